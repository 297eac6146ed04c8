import { follow, type Troth, unwrap } from "@troth/sdk";

export type UnreadWatch = { readonly start: () => void; readonly stop: () => void };

/**
 * Counts unread answers for the console's Support item while the dialog is closed. It listens only while the tab is
 * looked at: a browser lends six connections to an origin, and ten open tabs must not take them all.
 */
export function unreadWatch(troth: Troth, tell: (count: number) => void): UnreadWatch {
  let ending: AbortController | null = null;
  let isWanted = false;

  async function count(): Promise<void> {
    try {
      tell((await unwrap(troth.api.GET("/v1/me"))).unreadAnswers);
    } catch {
      // No number is better than a wrong one; the next change asks again.
    }
  }

  function look(): void {
    const isSeen = isWanted && document.visibilityState === "visible";
    if (isSeen === (ending !== null)) return;
    ending?.abort();
    ending = isSeen ? new AbortController() : null;
    if (!ending) return;
    void count();
    void follow(troth, "/v1/stream", { change: () => void count() }, ending.signal);
  }

  document.addEventListener("visibilitychange", look);
  const want = (isOn: boolean) => {
    isWanted = isOn;
    look();
  };
  return { start: () => want(true), stop: () => want(false) };
}
