import type { Change } from "@troth/contract";
import type { Troth } from "./client.ts";

export type { Change } from "@troth/contract";

export type StreamState = "open" | "lost";

/**
 * Follows live changes and reconnects with Last-Event-ID, so that none is missed. `onState` tells when the line
 * is lost and found again. Ends when `signal` aborts.
 */
export async function follow(
  troth: Troth,
  path: "/v1/stream" | "/v1/desk/stream",
  on: { change: (change: Change) => void; state?: (state: StreamState) => void },
  signal: AbortSignal,
): Promise<void> {
  let lastEventId: string | null = null;
  let waitMs = 500;
  while (!signal.aborted) {
    try {
      const headers: Record<string, string> = { accept: "text/event-stream" };
      if (lastEventId !== null) headers["last-event-id"] = lastEventId;
      const request = new Request(troth.baseUrl + path, { headers, signal, credentials: "same-origin" });
      const answer = await troth.fetch(request);
      if (!answer.ok || !answer.body) throw new Error(`stream answered ${answer.status}`);
      on.state?.("open");
      waitMs = 500;
      for await (const event of eventsOf(answer.body)) {
        if (event.id !== null) lastEventId = event.id;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the desk checked it against the contract
        if (event.data !== "") on.change(JSON.parse(event.data) as Change);
      }
    } catch {
      if (signal.aborted) return;
    }
    on.state?.("lost");
    await pause(waitMs, signal);
    waitMs = Math.min(waitMs * 2, 15_000);
  }
}

type StreamEvent = { readonly id: string | null; readonly data: string };

/** Splits an event stream into events, per the HTML standard: blank line ends one, lines with a colon first are comments. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  let id: string | null = null;
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split(/\r\n|\n|\r/);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "") {
          if (id !== null || data.length > 0) yield { id, data: data.join("\n") };
          id = null;
          data = [];
        } else if (line.startsWith("id:")) {
          id = line.slice(3).trimStart();
        } else if (line.startsWith("data:")) {
          data.push(line.slice(5).trimStart());
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
