import { createTroth } from "@troth/sdk";
import { SignedOut } from "@troth/ui/customer";
import { frameLine, type Opening } from "./frame-line.ts";
import { openings } from "./openings.ts";
import { tokenStore } from "./token-store.ts";
import { unreadWatch } from "./unread-watch.ts";

if (window.parent === window) location.replace("/portal/");
else begin();

/** Listens at once and counts unread answers; the screens are fetched when the dialog is first opened. */
function begin(): void {
  const seen = openings();
  const line = frameLine({
    embedders: embeddersOf(document),
    host: window.parent,
    on: { hello: () => watch.start(), open, closed },
  });
  const troth = createTroth({
    baseUrl: location.origin,
    token: tokenStore({
      ask: line.askToken,
      now: Date.now,
      signedOut: () => new SignedOut("The console gave no token."),
    }),
  });
  const watch = unreadWatch(troth, (count) => line.say({ type: "troth:unread", count }));
  let isMounted = false;

  function open(opening: Opening): void {
    watch.stop();
    seen.open(opening);
    if (isMounted) return;
    isMounted = true;
    void import("./app.tsx").then(({ mount }) => mount({ troth, line, openings: seen }));
  }

  function closed(): void {
    seen.close();
    watch.start();
  }

  window.addEventListener("message", line.hear);
}

/** The origins that the server lets embed this page. */
function embeddersOf(page: Document): readonly string[] {
  const listed = page.querySelector<HTMLMetaElement>('meta[name="troth-embedders"]')?.content ?? "";
  return listed.split(/\s+/).filter((origin) => origin !== "");
}
