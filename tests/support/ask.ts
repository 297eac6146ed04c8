import { randomUUID } from "node:crypto";
import { isWrite, Problem, type Route, type RouteId, type Routes, routes } from "@troth/contract";
import type { z } from "zod";

/** Somebody at a door: where the desk is, and what they show. */
export type Door = { readonly origin: string; readonly show: () => Readonly<Record<string, string>> };

type Words = string | number;

type Input<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.input<S>
  : undefined;

type Common = {
  /** Idempotency-Key; a fresh one when left out, none for null. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file's bytes, for a route that takes them. */
  readonly bytes?: Buffer | ReadableStream<Uint8Array>;
};

/** What a route takes, as the contract has it. */
export type Question<Id extends RouteId> = Common & {
  readonly params?: { readonly [Name in keyof Input<Routes[Id], "params">]: Words };
  readonly query?: { readonly [Name in keyof Input<Routes[Id], "query">]?: Words };
  readonly body?: Input<Routes[Id], "body">;
};

/** The same with whatever a stranger may put into it. */
export type RawQuestion = Common & {
  readonly params?: Readonly<Record<string, Words>> | undefined;
  readonly query?: Readonly<Record<string, Words | undefined>> | undefined;
  readonly body?: unknown;
};

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** Sends a request to a route and looks at nothing. */
export async function send(door: Door, id: RouteId, question: RawQuestion = {}): Promise<RawAnswer> {
  const { body, bytes, key, headers } = question;
  const route: Route = routes[id];
  const answer = await fetch(door.origin + pathOf(route, question), {
    method: route.method,
    headers: {
      ...door.show(),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(bytes === undefined ? {} : { "content-type": "application/octet-stream" }),
      ...(isWrite(route) && key !== null ? { "idempotency-key": key ?? randomUUID() } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(bytes === undefined ? {} : { body: bytes, duplex: "half" }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** The statuses of answers whose order does not matter, smallest first. */
export function statusesOf(answers: readonly RawAnswer[]): number[] {
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}

/** Asks and expects it done: the status and the shape of the contract. */
export async function done<Id extends RouteId>(
  door: Door,
  id: Id,
  question: Question<Id>,
): Promise<z.output<Routes[Id]["response"]>>;
export async function done(door: Door, id: RouteId, question: RawQuestion): Promise<unknown> {
  const route: Route = routes[id];
  const { status, text } = await send(door, id, question);
  if (status !== route.status) throw new Error(`${id} answered ${status}: ${text}`);
  return route.response.parse(JSON.parse(text));
}

/** Asks and expects a refusal: problem+json of the contract, with the status it names. */
export async function refused(door: Door, id: RouteId, question: RawQuestion = {}): Promise<Problem> {
  const answer = await send(door, id, question);
  if (answer.status < 400) throw new Error(`${id} was not refused: ${answer.status} ${answer.text}`);
  return problemIn(answer);
}

/** The problem in an answer; throws for one of another form. */
export function problemIn({ status, headers, text }: RawAnswer): Problem {
  const type = headers.get("content-type") ?? "";
  if (!type.startsWith("application/problem+json"))
    throw new Error(`Not a problem: ${status} ${type} ${text}`);
  const problem = Problem.strict().parse(JSON.parse(text));
  if (problem.status !== status) throw new Error(`The problem says ${problem.status}, the answer ${status}.`);
  return problem;
}

function pathOf({ path }: Route, { params = {}, query = {} }: RawQuestion): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ""));
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) words.set(name, String(value));
  }
  return words.size === 0 ? filled : `${filled}?${words.toString()}`;
}
