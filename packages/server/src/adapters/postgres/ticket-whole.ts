import type { LoggedTicketEvent, OpeningFacts, Reach } from "@troth/core";
import type { ShownFile } from "../../ports/attachments.ts";
import type { StoredMessage, StoredPerson, StoredProject, WholeTicket } from "../../ports/store.ts";
import { filesOfMessages } from "./attachments.ts";
import { projectsOf } from "./directory.ts";
import type { Session } from "./session.ts";
import { commitmentIn, type StoredTerms } from "./terms.ts";
import { SEEN, type SeenRow, STORED, seenOf, storedOf, type TicketRow } from "./ticket-row.ts";
import { within } from "./within.ts";

type WholeRow = TicketRow &
  SeenRow & {
    messages: MessageJson[];
    files: (ShownFile & { readonly message: string })[];
    happenings: LoggedTicketEvent[];
    commitments: StoredTerms[];
    opening: OpeningFacts | null;
    people: PersonJson[];
    projects: StoredProject[];
  };
type MessageJson = Omit<StoredMessage, "author"> & { readonly author: string | null };
type PersonJson = Omit<StoredPerson, "wrapped"> & { readonly wrapped: string | null };

/** Everything one screen shows of a ticket, in one statement and so as of one instant. */
export async function readWhole(
  session: Session,
  number: number,
  reach: Reach,
  { reader, isForDesk }: { reader: string; isForDesk: boolean },
): Promise<WholeTicket | null> {
  const [which, values] = within(reach, 5);
  const row = await session.first<WholeRow>(
    `ticket.whole.${reach.tickets}`,
    `select ${STORED}, ${SEEN.columns}, ${PARTS} from troth.ticket t ${SEEN.joins}
     where t.workspace_id = $1 and t.number = $3 and ${which}`,
    [session.workspace, reader, number, isForDesk, ...values],
  );
  return row && wholeOf(row);
}

function wholeOf(whole: WholeRow): WholeTicket {
  const people = new Map(whole.people.map((person) => [person.id, personOf(person)]));
  const requesterPerson = people.get(whole.requester_id);
  if (!requesterPerson) throw new Error(`The requester of ticket ${whole.number} is not there.`);
  const assigneePerson = whole.assignee_id === null ? null : (people.get(whole.assignee_id) ?? null);
  const stored = storedOf(whole);
  const { project } = stored.place;
  const row = { ...stored, ...seenOf(whole), project, requesterPerson, assigneePerson };
  const messages = whole.messages.map(({ author, ...message }) => ({
    ...message,
    author: author === null ? null : (people.get(author) ?? null),
    files: whole.files.filter((file) => file.message === message.id),
  }));
  const { happenings, opening, projects } = whole;
  const commitments = whole.commitments.map(commitmentIn);
  return { row, messages, happenings, commitments, opening, people, projects };
}

function personOf({ wrapped, ...person }: PersonJson): StoredPerson {
  return { ...person, wrapped: wrapped === null ? null : Buffer.from(wrapped, "base64") };
}

const OF_TICKET = "workspace_id = $1 and ticket_id = t.id";
/** Its own messages, and those of the tickets that were merged into it. */
const SAID_HERE = `workspace_id = $1 and ticket_id = any (array[t.id]
  || array(select (one->>'ticket')::uuid from json_array_elements(t.proceedings->'absorbed') one))`;
const OF_STREAM =
  "workspace_id = $1 and stream_id = t.id and kind not in ('ticket.opened', 'message.written')";

/**
 * `$4`: for the desk, with notes and all projects of the organisation; else the ticket's own. Messages are in their
 * own table, so the log need not say them again.
 */
const PARTS = `
  coalesce((
    select json_agg(json_build_object('id', id, 'seq', seq, 'at', at, 'author', author_id, 'authorKind', author_kind,
      'isNote', is_note, 'body', encode(body, 'base64')) order by at, seq)
    from troth.message where ${SAID_HERE} and (not is_note or $4)), '[]') as messages,
  ${filesOfMessages(SAID_HERE)},
  coalesce((
    select json_agg(json_build_object('seq', seq, 'at', at, 'actor', json_build_object('kind', actor_kind, 'id', actor_id),
      'event', body || jsonb_build_object('kind', kind)) order by seq)
    from troth.event where ${OF_STREAM}), '[]') as happenings,
  coalesce((
    select json_agg(terms order by ordinal)
    from troth.commitment where ${OF_TICKET}), '[]') as commitments,
  (select body->'severityFacts' from troth.event where workspace_id = $1 and stream_id = t.id and seq = 1) as opening,
  coalesce((
    select json_agg(json_build_object('id', p.id, 'name', encode(p.name, 'base64'), 'email', encode(p.email, 'base64'),
      'wrapped', (select encode(k.wrapped, 'base64') from troth.person_key k
        where k.workspace_id = p.workspace_id and k.person_id = p.id)))
    from troth.person p where p.workspace_id = $1 and p.id = any (array[t.requester_id, t.assignee_id]
      || array(select author_id from troth.message where ${SAID_HERE})
      || t.followers
      || array(select unnest(array[
          case when actor_kind in ('customer', 'agent') then actor_id::uuid end,
          case when kind in ('ticket.assigned', 'word.handed') then (body->>'to')::uuid end,
          case when kind in ('disagreement.opened', 'disagreement.owned') then (body->>'owner')::uuid end,
          case when kind in ('follower.added', 'follower.removed') then (body->>'person')::uuid end])
        from troth.event where ${OF_STREAM})
      || array(select lead::uuid from troth.event, jsonb_array_elements_text(body->'leads') lead
        where ${OF_STREAM} and kind in ('disagreement.advice-asked', 'disagreement.advice-lapsed')))), '[]') as people,
  ${projectsOf("t.organisation_id", "($4 or p.id = t.project_id)", "($4 or b.id = t.branch_id)")} as projects`;
