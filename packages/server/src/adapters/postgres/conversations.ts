import type { Conversation, ConversationOwner, Conversations, Exchange } from "../../ports/conversations.ts";
import type { Session } from "./session.ts";

/** Whose conversations, as $2 to $4. */
const OWNED = `((c.person_id = $2 and c.organisation_id = $3) or c.key_hash = $4)`;

export function conversationsOf(session: Session): Conversations {
  const { workspace } = session;
  return {
    async open({ id, surface, locale, at, owner }) {
      const [person, organisation, keyHash] = valuesOf(owner);
      const askerHash = "askerHash" in owner ? owner.askerHash : null;
      await session.write(
        "conversation.open",
        `insert into troth.conversation (workspace_id, person_id, organisation_id, key_hash, id, surface, locale, opened_at,
           changed_at, asker_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
        [workspace, person, organisation, keyHash, id, surface, locale, at, askerHash],
      );
    },
    find: (id, owner, mode) =>
      session.first<Conversation>(
        `conversation.find.${mode}`,
        `select c.id, c.surface, c.locale, c.opened_at as "openedAt", c.ticket,
           (select count(*) from troth.exchange e where e.workspace_id = c.workspace_id and e.conversation_id = c.id) as length
         from troth.conversation c
         where c.workspace_id = $1 and ${OWNED} and c.id = $5 ${mode === "lock" ? "for update of c" : ""}`,
        [workspace, ...valuesOf(owner), id],
      ),
    exchanges: (id) =>
      session.rows<Exchange>(
        "exchange.list",
        `select seq, at, question, answer, took_ms as "tookMs", helped, reason from troth.exchange
         where workspace_id = $1 and conversation_id = $2 order by seq`,
        [workspace, id],
      ),
    async add(id, { seq, at, question, answer, tookMs }) {
      await session.write(
        "exchange.add",
        `with c as (update troth.conversation set changed_at = $4 where workspace_id = $1 and id = $2)
         insert into troth.exchange (workspace_id, conversation_id, seq, at, question, answer, outcome, why, confidence, took_ms)
         values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
        [
          workspace,
          id,
          seq,
          at,
          question,
          JSON.stringify(answer),
          answer.outcome,
          answer.why,
          answer.confidence,
          Math.round(tookMs),
        ],
      );
    },
    async judge(id, seq, { helped, reason, at }) {
      const written = await session.write(
        "exchange.judge",
        `update troth.exchange set helped = $4, reason = $5, judged_at = $6
         where workspace_id = $1 and conversation_id = $2 and seq = $3`,
        [workspace, id, seq, helped, reason, at],
      );
      return written === 1;
    },
    async countSince(owner, since) {
      const asker = "askerHash" in owner ? owner.askerHash : null;
      const person = "person" in owner ? owner.person : null;
      const row = await session.first<{ count: number }>(
        "exchange.countSince",
        `select count(*) as count from troth.conversation c
         join troth.exchange e on e.workspace_id = c.workspace_id and e.conversation_id = c.id
         where c.workspace_id = $1 and c.changed_at >= $4 and e.at >= $4 and (c.person_id = $2 or c.asker_hash = $3)`,
        [workspace, person, asker, since],
      );
      return row?.count ?? 0;
    },
  };
}

function valuesOf(owner: ConversationOwner): readonly [string | null, string | null, Buffer | null] {
  return "person" in owner ? [owner.person, owner.organisation, null] : [null, null, owner.keyHash];
}
