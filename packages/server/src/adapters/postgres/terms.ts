import type { Snapshot } from "@troth/core";
import type { StoredCommitment } from "../../ports/store.ts";

type Fields = { readonly [name: string]: unknown };

/**
 * What one object has otherwise than another: values that differ, under `within` what differs inside one, under
 * `without` the names that it lacks.
 */
type Difference = {
  readonly other?: Fields;
  readonly within?: { readonly [name: string]: Difference };
  readonly without?: readonly string[];
};

/** A promise that stands beside the one that gives the due, told by what it has otherwise. */
type Beside = { readonly beside: Difference };

/** A clock as it is stored: after a publication its promises differ in a version and an instant. */
export type StoredTerms = Omit<StoredCommitment, "others"> & {
  readonly others: ReadonlyArray<Snapshot | Beside>;
};

/** A clock as JSON for its row. */
export function termsText(commitment: StoredCommitment): string {
  const { others, snapshot } = commitment;
  if (others.length === 0) return JSON.stringify(commitment);
  const beside = others.map((other): Beside => ({ beside: differenceOf(snapshot, other) }));
  return JSON.stringify({ ...commitment, others: beside });
}

/** The clock that a row holds; its promises may also stand there whole. */
export function commitmentIn(stored: StoredTerms): StoredCommitment {
  const { snapshot, others } = stored;
  return {
    ...stored,
    others: others.map((other) => {
      if (!("beside" in other)) return other;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the difference is that of a whole one
      return merged(snapshot, other.beside) as Snapshot;
    }),
  };
}

function differenceOf(base: Fields, value: Fields): Difference {
  const other: Record<string, unknown> = {};
  const within: Record<string, Difference> = {};
  for (const name in value) {
    const [was, is] = [base[name], value[name]];
    if (was === is) continue;
    if (!isFields(was) || !isFields(is)) {
      other[name] = is;
      continue;
    }
    const inner = differenceOf(was, is);
    if (Object.keys(inner).length > 0) within[name] = inner;
  }
  const without = Object.keys(base).filter((name) => !(name in value));
  return {
    ...(Object.keys(other).length === 0 ? {} : { other }),
    ...(Object.keys(within).length === 0 ? {} : { within }),
    ...(without.length === 0 ? {} : { without }),
  };
}

function merged(base: Fields, { other = {}, within = {}, without = [] }: Difference): Fields {
  const whole: Record<string, unknown> = { ...base, ...other };
  for (const name in within) {
    const inner = base[name];
    if (isFields(inner)) whole[name] = merged(inner, within[name] ?? {});
  }
  for (const name of without) delete whole[name];
  return whole;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
