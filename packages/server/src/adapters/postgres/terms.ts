import type { Snapshot } from "@troth/core";
import type { StoredCommitment } from "../../ports/store.ts";

type Fields = { readonly [name: string]: unknown };

/** A promise that stands beside the one that gives the due: only what it has otherwise, `beside` says so. */
type Beside = { readonly beside: true } & Fields;

/** A clock as it is stored: after a publication its promises differ in a version and an instant. */
export type StoredTerms = Omit<StoredCommitment, "others"> & {
  readonly others: ReadonlyArray<Snapshot | Beside>;
};

/** A clock as JSON for its row. */
export function termsText(commitment: StoredCommitment): string {
  const { others, snapshot } = commitment;
  if (others.length === 0) return JSON.stringify(commitment);
  return JSON.stringify({ ...commitment, others: others.map((other) => besideOf(snapshot, other)) });
}

/** The clock that a row holds. */
export function commitmentIn(stored: StoredTerms): StoredCommitment {
  const { snapshot, others } = stored;
  return { ...stored, others: others.map((other) => ("beside" in other ? wholeOf(snapshot, other) : other)) };
}

function besideOf(base: Snapshot, other: Snapshot): Snapshot | Beside {
  const difference = differenceOf(base, other);
  return difference === null ? other : { beside: true, ...difference };
}

/** What `value` has otherwise than `base`; null where it lacks something that `base` has. */
function differenceOf(base: Fields, value: Fields): Fields | null {
  for (const name in base) if (!(name in value)) return null;
  const difference: Record<string, unknown> = {};
  for (const name in value) {
    const [was, is] = [base[name], value[name]];
    if (was === is) continue;
    const inner = isFields(was) && isFields(is) ? differenceOf(was, is) : null;
    if (inner === null) difference[name] = is;
    else if (Object.keys(inner).length > 0) difference[name] = { ...inner, within: true };
  }
  return difference;
}

function wholeOf(base: Snapshot, { beside: _, ...difference }: Beside): Snapshot {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `besideOf` of a whole one
  return merged(base, difference) as Snapshot;
}

function merged(base: Fields, difference: Fields): Fields {
  const whole: Record<string, unknown> = { ...base };
  for (const name in difference) {
    const [was, is] = [base[name], difference[name]];
    if (isFields(was) && isFields(is) && is["within"] === true) {
      const { within: _, ...inner } = is;
      whole[name] = merged(was, inner);
    } else whole[name] = is;
  }
  return whole;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
