import type { Route, RouteId, Routes } from "@troth/contract";
import { routes } from "@troth/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { FileRead } from "../verbs/attachment/read-file.ts";
import type { Ctx } from "../verbs/context.ts";
import { Fail } from "../verbs/fail.ts";
import { admitMember } from "../verbs/person/admit-member.ts";
import { readInput } from "./read-input.ts";
import { sendFile } from "./send-file.ts";
import type { Sessions } from "./session.ts";

type In<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

export type Input<R> = {
  readonly params: In<R, "params">;
  readonly query: In<R, "query">;
  readonly body: In<R, "body">;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A page and the type of text it is. */
export type Page = { readonly type: string; readonly text: string };

/** What a route's handler answers; streams answer for themselves. */
type Answer<R> = R extends { readonly isStream: true }
  ? void
  : R extends { readonly isPage: true }
    ? Page
    : R extends { readonly isFile: true }
      ? FileRead
      : R extends { readonly response: infer S extends z.ZodType }
        ? z.input<S>
        : never;

/** One handler for each route of the table: a missing one does not compile. */
export type Handlers = {
  readonly [Id in RouteId]: (ctx: Ctx, input: Input<Routes[Id]>) => Promise<Answer<Routes[Id]>>;
};

type AnyHandler = (ctx: Ctx, input: Input<Route>) => Promise<unknown>;

/** Binds every route: reads and checks the input, finds out who asks, and lets nothing out that the contract does not name. */
export function bind(app: FastifyInstance, sessions: Sessions, handlers: Handlers): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table types its keys
  for (const [id, route] of Object.entries(routes) as [RouteId, Route][]) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each handler is typed by its own route above
    const handle = handlers[id] as unknown as AnyHandler;
    app.route({
      method: route.method,
      url: route.path,
      // A stream has no end that HEAD could answer with.
      exposeHeadRoute: route.isStream !== true && route.isFile !== true,
      config: { isUpload: route.isUpload === true },
      handler: async (request, reply) => {
        const ctx = await sessions.ctxOf(request, route);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the schemas that type it
        const input = {
          params: readInput(route.params, request.params, "the address"),
          query: readInput(route.query, request.query, "the query"),
          body: readInput(route.body, request.body, "the body"),
          request,
          reply,
        } as Input<Route>;
        const answer = await admitted(ctx, () => handle(ctx, input));
        if (route.isStream) return reply;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the handlers' types say so
        if (route.isPage) return sendPage(reply, answer as Page);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the handlers' types say so
        if (route.isFile) return sendFile(reply, answer as FileRead);
        return reply.code(route.status).send(route.response.parse(answer));
      },
    });
  }
}

function sendPage(reply: FastifyReply, { type, text }: Page): FastifyReply {
  return reply.type(`${type}; charset=utf-8`).send(text);
}

/** A first request of somebody the vendor signed for is answered after they were taken in. */
async function admitted<T>(ctx: Ctx, handle: () => Promise<T>): Promise<T> {
  try {
    return await handle();
  } catch (error) {
    const isUnknown =
      error instanceof Fail && error.code === "unauthenticated" && error.details.reason === "not-a-member";
    if (!isUnknown || ctx.credential.kind !== "token") throw error;
    if (!(await admitMember(ctx, ctx.credential.claims))) throw error;
    return handle();
  }
}
