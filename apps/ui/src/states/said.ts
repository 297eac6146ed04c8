import type { SharedWords } from "../catalogue/words.ts";

/** What the desk answered, as far as its words depend on it. */
export type Answer = {
  readonly reason?: string | undefined;
  readonly code?: string | undefined;
  readonly message: string;
  /** What the sentence names, by the reason. */
  readonly facts?: Readonly<Record<string, string>> | undefined;
  /** What somebody did meanwhile, where that was the reason. */
  readonly change?:
    | { readonly what: string; readonly by: string | null; readonly to: string | null }
    | undefined;
};

/** Where the desk's own sentence stands in ours. */
const OWN = "{}";

/** A piece of what is said: in the reader's language, or the desk's own English. */
export type SaidPiece = { readonly text: string; readonly isOwn: boolean };

/** What the desk said, in the reader's language: by its reason, else by its code, else as it came. */
export function said(words: Pick<SharedWords, "answers" | "said">, what: Answer): string {
  return saidPieces(words, what)
    .map(({ text }) => text)
    .join("");
}

/** The same in pieces, so that the desk's own English can be marked as such. */
export function saidPieces(
  words: Pick<SharedWords, "answers" | "said">,
  { reason, code, message, change, facts = {} }: Answer,
): readonly SaidPiece[] {
  const ours =
    meanwhile(words, change) ??
    withFacts(ourWords(words, reason), facts) ??
    (code === undefined ? undefined : words.said[code]) ??
    OWN;
  const [before = "", after] = ours.split(OWN);
  const pieces = [
    { text: before, isOwn: false },
    { text: after === undefined ? "" : message, isOwn: true },
    { text: after ?? "", isOwn: false },
  ];
  return pieces.filter(({ text }) => text !== "");
}

function ourWords(
  words: Pick<SharedWords, "answers" | "said">,
  reason: string | undefined,
): string | undefined {
  if (reason === undefined) return undefined;
  const answers: Readonly<Record<string, string>> = words.answers;
  return (
    words.said[reason] ?? answers[reason] ?? (reason.startsWith("route-") ? answers["route-"] : undefined)
  );
}

/** Names stand where the sentence says `[name]`, whatever they are made of. */
function withFacts(text: string | undefined, facts: Readonly<Record<string, string>>): string | undefined {
  return text?.replace(/\[(\w+)\]/g, (whole, name: string) => facts[name] ?? whole);
}

function meanwhile({ said: known }: Pick<SharedWords, "said">, change: Answer["change"]): string | undefined {
  if (change === undefined) return undefined;
  const by = change.by ?? known["meanwhile-somebody"] ?? "";
  return known[`meanwhile-${change.what}`]?.replace("[by]", () => by).replace("[to]", () => change.to ?? "");
}
