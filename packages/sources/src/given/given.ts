import type { Page } from "@troth/knowledge";
import { Ledger } from "../ledger.ts";
import type { Change, Instant, Round, Source, SourceState } from "../source.ts";

/** A page that somebody else read, such as a compiled policy, an incident or a solved ticket. */
export type Given = {
  readonly page: Page;
  readonly address: string;
  readonly changedAt: Instant | null;
};

/** Pages that are handed in, all of them at each refresh. Where they break off, what did not come stays. */
export function given(kind: string, pages: () => Iterable<Given> | AsyncIterable<Given>): Source {
  return { kind, refresh: (before, round) => refresh(pages, before, round) };
}

async function* refresh(
  pages: () => Iterable<Given> | AsyncIterable<Given>,
  before: SourceState,
  round: Round,
): AsyncGenerator<Change> {
  const ledger = new Ledger(before, round);
  const iterator = pagesOf(pages());
  let sight: "all" | "some" = "all";
  for (;;) {
    round.signal.throwIfAborted();
    const next = await iterator.next().catch(() => null);
    if (next === null) {
      sight = "some";
      yield* ledger.note("not-reached", "");
    }
    if (next === null || next.done === true) break;
    yield* ledger.found({ ...next.value, fingerprint: "" });
  }
  yield* ledger.end({ sight, cursor: null });
}

async function* pagesOf(pages: Iterable<Given> | AsyncIterable<Given>): AsyncGenerator<Given> {
  yield* pages;
}
