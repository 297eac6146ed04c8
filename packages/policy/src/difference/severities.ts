import { severityText } from "../text.ts";
import type { Ground, Policy, Severity } from "../types.ts";
import { asWritten, type Change, changeAt, compose, type Said, type Spot, said } from "./change.ts";
import { paired, partOf, valueChanges } from "./values.ts";

const KINDS: Readonly<Record<Ground["kind"], Said>> = {
  definition: said("definition", "Definition"),
  example: said("example", "Beispiel"),
  context: said("also listed", "auch genannt"),
};

const kindWords = ({ kind }: Ground): Said => KINDS[kind] ?? asWritten(kind);

/** A ground without its kind, which its label says, and with its points by their ids. */
function groundChanges(spot: Spot, before: Severity, after: Severity): Change[] {
  const pairs = paired(before.grounds, after.grounds);
  const isKept = pairs.some((pair) => pair.before !== null && pair.after !== null);
  if (!isKept && pairs.length > 1) return wholeLists(spot, before, after);
  return pairs.flatMap(({ id, before: old, after: now }) => {
    const ground = now ?? old;
    if (ground === null) return [];
    const subject = { kind: "ground", id };
    const at = {
      ...partOf(
        spot,
        id,
        compose((locale) => `${kindWords(ground)[locale]} ${id}`),
      ),
      subject,
    };
    if (old === null || now === null) {
      return [
        changeAt(
          at,
          old === null ? null : asWritten(textOf(old)),
          now === null ? null : asWritten(textOf(now)),
        ),
      ];
    }
    const { text: oldText, kind: oldKind, ...oldRest } = old;
    const { text, kind, ...rest } = now;
    return [
      ...valueChanges({ ...at, id: `${at.id}/text` }, oldText, text),
      ...valueChanges(partOf(at, "kind", said("counts as", "zählt als")), oldKind, kind),
      ...valueChanges(at, oldRest, rest),
    ];
  });
}

const textOf = (ground: Ground): string =>
  [ground.text, ...ground.points.map((point) => point.text)].join(" · ");

/** When not one ground is kept, single lines would tell nothing: the lists stand as wholes. */
function wholeLists(spot: Spot, before: Severity, after: Severity): Change[] {
  const list = ({ grounds }: Severity) =>
    grounds.length === 0 ? null : asWritten(grounds.map(textOf).join("; "));
  const label = said("definitions and examples", "Definitionen und Beispiele");
  return [changeAt(partOf(spot, "grounds", label), list(before), list(after))];
}

/** Levels that come and go, their names, what makes a problem that severe, and what the form starts with. */
export function severityChanges(before: Policy, after: Policy): Change[] {
  return paired(before.severities, after.severities).flatMap(({ id, before: old, after: now }) => {
    const label = asWritten(severityText(now === null ? before : after, id));
    const german = asWritten(severityText(now === null ? before : after, id, "de"));
    const spot: Spot = {
      id: `severities/${id}`,
      topic: "severities",
      plan: null,
      subject: { kind: "severity", id },
      label: said(label.en, german.de),
    };
    if (old === null || now === null) {
      const whole = { ...spot, label: said("Severity level", "Schweregrad") };
      const words = (severity: Severity | null) =>
        severity === null
          ? null
          : asWritten([severity.name, severity.summary].filter((text) => text !== "").join(": "));
      return [changeAt(whole, words(old), words(now))];
    }
    const { grounds: _a, rank: oldRank, ...oldRest } = old;
    const { grounds: _b, rank, ...rest } = now;
    const isOtherScale = before.severities.length === after.severities.length && oldRank !== rank;
    const ranks = isOtherScale
      ? valueChanges(partOf(spot, "rank", said("place in the scale", "Platz in der Skala")), oldRank, rank)
      : [];
    return [...ranks, ...valueChanges(spot, oldRest, rest), ...groundChanges(spot, old, now)];
  });
}
