import { entitlementOf, type Link, type Policy } from "@troth/policy";
import { ANSWER_WORDS } from "../../catalogue/answer-words.ts";
import type { Answer } from "../../ports/answer.ts";
import type { Answers, FoundReply, Place } from "../../ports/answers.ts";
import type { Conversation, ConversationOwner, Surface } from "../../ports/conversations.ts";
import type { StoredSource } from "../../ports/knowledge.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { askerOf } from "../directory/asker-of.ts";
import { Fail } from "../fail.ts";
import { ownerOf, sealedFor } from "./asker.ts";
import { clauseAt, type SupportAnswer, supportAnswer } from "./support-answer.ts";

export type AskInput = {
  readonly question: string;
  /** Null begins one. */
  readonly conversation: string | null;
  /** What somebody we do not know was given with the first answer. */
  readonly key: string | null;
  readonly surface: Surface;
  readonly locale: "en" | "de";
  readonly zone: string | null;
  /** Network address of whoever asks. */
  readonly source: string;
};

/** An answer and the conversation it stands in; `key` opens it again for somebody we do not know, told once. */
export type Asked = {
  readonly conversation: string;
  readonly key: string | null;
  readonly seq: number;
  readonly answer: Answer;
};

export type AskCtx = Ctx & { readonly answers: Answers };

const HOUR_MS = 3_600_000;
/** Questions in an hour: more is a machine, and each costs. */
const MOST_AN_HOUR = { known: 120, unknown: 60 };
/** Exchanges in a conversation. */
const LONGEST = 50;

/**
 * Answers a question: of support itself from the policy in force, of the product from the pages that its asker may read,
 * or with the next door. Writes nothing but the conversation, whatever the question asks for.
 */
export async function ask(ctx: AskCtx, input: AskInput): Promise<Asked> {
  const began = performance.now();
  // A conversation that begins has a secret of our making, whatever came along: one that is guessed opens nothing.
  const secret = input.conversation === null ? ctx.ids.secret() : (input.key ?? "");
  const { owner, support, next, policy } = await read(ctx, "public.read", async (scene) => {
    const known = ownerOf(ctx, scene, secret, input.source);
    await assertMayAsk(scene, known, input);
    const shelved = await ctx.shelf.current(scene.tx);
    const { policy: inForce } = shelved.runnable;
    return {
      owner: known,
      policy: inForce,
      support: await supportAnswer(ctx, scene, { ...input, shelved }),
      next: await nextFor(ctx, scene, inForce, input.locale),
    };
  });
  const answer = { ...(support ?? (await foundAnswer(ctx, owner, input.question, policy))), next };
  const tookMs = performance.now() - began;
  return write(ctx, "public.read", async (scene) => {
    const { tx, now } = scene;
    const conversation = await conversationFor(ctx, scene, owner, input);
    const question = sealedFor(ctx, scene, input.question);
    const seq = conversation.length + 1;
    await tx.conversations.add(conversation.id, { seq, at: now, question, answer, tookMs });
    const isFirstOfUnknown = input.conversation === null && "keyHash" in owner;
    return { conversation: conversation.id, key: isFirstOfUnknown ? secret : null, seq, answer };
  });
}

async function assertMayAsk(
  { tx, now }: Scene,
  owner: ConversationOwner,
  { conversation: id }: Pick<AskInput, "conversation">,
): Promise<void> {
  const most = "person" in owner ? MOST_AN_HOUR.known : MOST_AN_HOUR.unknown;
  if ((await tx.conversations.countSince(owner, now - HOUR_MS)) >= most)
    throw new Fail(
      "limit",
      `More than ${most} questions came from here within an hour. Wait a while, or open a ticket if you may.`,
    );
  if (id !== null) assertGoesOn(await tx.conversations.find(id, owner, "look"));
}

function assertGoesOn(conversation: Conversation | null): Conversation {
  if (conversation === null)
    throw new Fail("missing", "There is no such conversation here. Ask without one to begin a new one.");
  if (conversation.length >= LONGEST)
    throw new Fail("conflict", `A conversation has ${LONGEST} questions at most. Begin a new one.`, {
      reason: "conversation-full",
      facts: { most: String(LONGEST) },
    });
  return conversation;
}

async function conversationFor(
  { ids }: Ctx,
  { tx, now }: Scene,
  owner: ConversationOwner,
  { conversation: id, surface, locale }: AskInput,
): Promise<Pick<Conversation, "id" | "length">> {
  if (id !== null) return assertGoesOn(await tx.conversations.find(id, owner, "lock"));
  const fresh = ids.uuid();
  await tx.conversations.open({ id: fresh, surface, locale, at: now, owner });
  return { id: fresh, length: 0 };
}

async function foundAnswer(
  { answers, workspace, store }: AskCtx,
  owner: ConversationOwner,
  question: string,
  policy: Policy,
): Promise<SupportAnswer> {
  const organisation = "person" in owner ? owner.organisation : null;
  const found = await answers.reply({ workspace: workspace.id, organisation, question });
  const sources = await store.read(workspace.id, ({ knowledge }) => knowledge.sources());
  return citing(found, new Map(sources.map((source) => [source.id, source])), policy);
}

/** What was found, each place once: those that sentences stand at, or else the best place of each page. */
function citing(
  found: FoundReply,
  sources: ReadonlyMap<string, Pick<StoredSource, "kind" | "name">>,
  policy: Policy,
): SupportAnswer {
  const { outcome, why, confidence, sentences, passages, pages } = found;
  const best = pages.map(
    (_, page) => passages.find((one) => one.page === page) ?? { page, anchor: null, heading: "" },
  );
  const places = new Map(
    (outcome === "hand-off" ? [] : outcome === "answer" ? sentences : best).map((place) => [
      keyOfPlace(place),
      place,
    ]),
  );
  const order = [...places.keys()];
  return {
    outcome,
    why,
    confidence,
    sentences: sentences.map((one) => ({ text: one.text, cites: [order.indexOf(keyOfPlace(one))] })),
    places: [...places.values()].flatMap(({ page, anchor, heading }) => {
      const of = pages[page];
      if (of === undefined) return [];
      const { title, address, changedAt } = of;
      const source = sources.get(of.source);
      const clause = source?.kind === "policy" ? clauseAt(policy, anchor) : null;
      return [{ title, address, anchor, heading, source: source?.name ?? "", changedAt, clause }];
    }),
    account: null,
  };
}

const keyOfPlace = ({ page, anchor }: Place): string => `${page} ${anchor ?? ""}`;

/** The doors behind the chat, the best first: the ticket form for whoever may, else what the policy offers instead. */
async function nextFor(
  { workspace }: Ctx,
  scene: Scene,
  policy: Policy,
  locale: "en" | "de",
): Promise<readonly Link[]> {
  const { member, actor, now } = scene;
  const words = ANSWER_WORDS[locale];
  const community = communityOf(policy);
  if (member === null || actor.kind !== "customer")
    return [{ id: "sign-in", label: words.signIn, href: `${workspace.baseUrl}/portal` }, ...community];
  const asker = await askerOf(scene, member, policy);
  const { decision, next } = entitlementOf(policy, {
    ...asker,
    channel: actor.intake,
    category: null,
    at: now,
  });
  if (decision !== "allow") return next;
  return [{ id: "ticket", label: words.openTicket, href: `${workspace.baseUrl}/portal/new` }, ...community];
}

function communityOf({ channels, links }: Policy): readonly Link[] {
  return channels.flatMap(({ kind, link }) => {
    const found = kind === "community" && link !== null ? links[link] : undefined;
    return found ? [found] : [];
  });
}
