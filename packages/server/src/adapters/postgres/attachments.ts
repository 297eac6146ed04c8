import type { FileKind } from "@troth/core";
import type { Attachments, ReadableFile, StoredFile } from "../../ports/attachments.ts";
import type { Session } from "./session.ts";
import { within } from "./within.ts";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly hash: string;
  readonly picture: FileKind["picture"];
  readonly isDoubtful: boolean;
};

/** The parts of a file `a` that are shown of it. */
const SHOWN = `a.id, encode(a.name, 'base64') as name, a.type, a.bytes, a.is_doubtful as "isDoubtful",
  case when a.width is not null then json_build_object('width', a.width, 'height', a.height) end as picture`;

/** The files of the messages of a ticket, as one JSON value: each with its message, in order; `there` says which tickets. */
export const filesOfMessages = (there: string): string => `
  coalesce((
    select json_agg(json_build_object('message', message_id, 'id', id, 'name', encode(name, 'base64'), 'type', type,
      'bytes', bytes, 'isDoubtful', is_doubtful, 'picture',
      case when width is not null then json_build_object('width', width, 'height', height) end) order by ordinal)
    from troth.attachment where ${there}), '[]') as files`;

/** The tickets whose messages are read on ticket `t`: itself and those that were merged into it. */
const READ_ON = `array[t.id]
  || array(select (one->>'ticket')::uuid from json_array_elements(t.proceedings->'absorbed') one)`;

export function attachmentsOf(session: Session): Attachments {
  const { workspace } = session;
  return {
    async add({ id, person, name, type, bytes, hash, picture, isDoubtful, at }) {
      await session.write(
        "attachment.add",
        `insert into troth.attachment (workspace_id, id, person_id, name, type, bytes, hash, width, height, is_doubtful, at)
         values ($1, $2, $3, decode($4, 'base64'), $5, $6, $7, $8, $9, $10, $11)`,
        [
          workspace,
          id,
          person,
          name,
          type,
          bytes,
          hash,
          picture?.width ?? null,
          picture?.height ?? null,
          isDoubtful,
          at,
        ],
      );
    },
    async waiting(person) {
      const row = await session.first<{ count: number }>(
        "attachment.waiting",
        `select count(*) as count from troth.attachment
         where workspace_id = $1 and person_id = $2 and message_id is null`,
        [workspace, person],
      );
      return row?.count ?? 0;
    },
    async hold(person, ids) {
      return session.rows<Row & StoredFile>(
        "attachment.hold",
        `select ${SHOWN}, a.hash from troth.attachment a
         where a.workspace_id = $1 and a.person_id = $2 and a.id = any ($3::uuid[]) and a.message_id is null
         order by a.id for update`,
        [workspace, person, [...ids]],
      );
    },
    async take(ids, ticket, message) {
      const taken = await session.write(
        "attachment.take",
        `update troth.attachment a set ticket_id = $3, message_id = $4, ordinal = o.ordinal
         from unnest($2::uuid[]) with ordinality as o (id, ordinal)
         where a.workspace_id = $1 and a.id = o.id and a.message_id is null`,
        [workspace, [...ids], ticket, message],
      );
      if (taken !== ids.length) throw new Error("A file that was held is not there.");
    },
    async move(from, { ticket, message }) {
      await session.write(
        "attachment.move",
        `update troth.attachment set ticket_id = $3, message_id = $4 where workspace_id = $1 and message_id = $2`,
        [workspace, from, ticket, message],
      );
    },
    async find({ id, number }, reach, isForDesk) {
      const [which, values] = within(reach, 5);
      const row = await session.first<Row & { person: string; wrapped: Buffer | null }>(
        `attachment.find.${reach.tickets}`,
        `select ${SHOWN}, a.person_id as person, k.wrapped
         from troth.attachment a
         join troth.ticket t on t.workspace_id = a.workspace_id and t.number = $4 and a.ticket_id = any (${READ_ON})
         join troth.message m on m.workspace_id = a.workspace_id and m.ticket_id = a.ticket_id and m.id = a.message_id
         left join troth.person_key k on k.workspace_id = a.workspace_id and k.person_id = a.person_id
         where a.workspace_id = $1 and a.id = $2 and (not m.is_note or $3) and ${which}`,
        [workspace, id, isForDesk, number, ...values],
      );
      return row satisfies ReadableFile | null;
    },
    async drop(person, id) {
      const dropped = await session.write(
        "attachment.drop",
        `delete from troth.attachment
         where workspace_id = $1 and person_id = $2 and id = $3 and message_id is null`,
        [workspace, person, id],
      );
      return dropped === 1;
    },
    async dropUnused(before) {
      const rows = await session.rows<{ id: string }>(
        "attachment.dropUnused",
        `delete from troth.attachment where workspace_id = $1 and message_id is null and at < $2 returning id`,
        [workspace, before],
      );
      return rows.map(({ id }) => id);
    },
    async known(ids) {
      const rows = await session.rows<{ id: string }>(
        "attachment.known",
        `select a.id from troth.attachment a
         join troth.person_key k on k.workspace_id = a.workspace_id and k.person_id = a.person_id
         where a.workspace_id = $1 and a.id = any ($2::uuid[])`,
        [workspace, [...ids]],
      );
      return rows.map(({ id }) => id);
    },
  };
}
