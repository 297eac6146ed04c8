import type { Named } from "../grammar/shape.ts";
import type { Place } from "../source/report.ts";

type Stated<T> = {
  [K in keyof T as K extends "at" ? never : undefined extends T[K] ? never : K]: Plain<T[K]>;
};
type Left<T> = {
  [K in keyof T as undefined extends T[K] ? K : never]?: Plain<Exclude<T[K], undefined>>;
};

/** What an author wrote, without its places: a block keeps the keys that were written, an id stands beside them. */
export type Plain<T> =
  T extends Named<infer V>
    ? { readonly id: string } & Plain<V>
    : T extends { readonly at: Place; readonly value: infer V }
      ? V
      : T extends readonly (infer I)[]
        ? readonly Plain<I>[]
        : T extends { readonly at: Place }
          ? Readonly<Stated<T> & Left<T>>
          : T;

const isBlock = (one: unknown): one is Readonly<Record<string, unknown>> =>
  typeof one === "object" && one !== null;

function stripped(form: unknown): unknown {
  if (Array.isArray(form)) return form.map(stripped);
  if (!isBlock(form)) return form;
  if (isBlock(form["id"]) && "value" in form) return { id: form["id"]["value"], ...block(form["value"]) };
  return "value" in form && "at" in form ? form["value"] : block(form);
}

function block(form: unknown): Readonly<Record<string, unknown>> {
  if (!isBlock(form)) return {};
  const stated = Object.entries(form).filter(([key, one]) => key !== "at" && one !== undefined);
  return Object.fromEntries(stated.map(([key, one]) => [key, stripped(one)]));
}

/** The values of a form without their places. Keys that were left out stay out. */
export function plain<T>(form: T): Plain<T> {
  // The same walk that Plain describes, which no type can follow through entries.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return stripped(form) as Plain<T>;
}

/** `{ key: value }` where there is a value, `{}` where there is none: what is not said leaves no trace. */
export const stated = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
};
