import type { DocumentSubject } from "@troth/core";
import type {
  AskingTicket,
  DocumentChange,
  Documents,
  NamedTicket,
  StoredDocument,
} from "../../ports/documents.ts";
import type { Session } from "./session.ts";

type PersonJson = { readonly id: string; readonly name: string; readonly wrapped: string | null };
type WordsJson = { readonly text: string; readonly by: PersonJson; readonly at: number };
type VersionJson = WordsJson & {
  readonly nth: number;
  readonly change: string | null;
  readonly isOnStatusPage: boolean;
};
type TicketJson = Omit<NamedTicket, "requester"> & { readonly requester: PersonJson };

type DocumentRow = Omit<StoredDocument, "about" | "draft" | "ticket" | "versions"> & {
  readonly ticketId: string | null;
  readonly incident: number | null;
  readonly draft: WordsJson | null;
  readonly versions: readonly VersionJson[];
  readonly ticket: TicketJson | null;
};

const person = (id: string, workspace: string): string => `(select json_build_object('id', p.id,
    'name', encode(p.name, 'base64'), 'wrapped', (select encode(k.wrapped, 'base64') from troth.person_key k
      where k.workspace_id = p.workspace_id and k.person_id = p.id))
  from troth.person p where p.workspace_id = ${workspace} and p.id = ${id})`;

/** A ticket by name; `t` is its alias. */
const NAMED = `json_build_object('id', t.id, 'number', t.number, 'state', t.state,
  'subject', encode(t.subject, 'base64'), 'requester', ${person("t.requester_id", "t.workspace_id")},
  'organisation', t.organisation_id, 'organisationName', (select o.name from troth.organisation o
    where o.workspace_id = t.workspace_id and o.id = t.organisation_id))`;

const DOCUMENT = `select d.id, d.ticket_id as "ticketId", d.incident, d.published, d.published_at as "publishedAt",
  d.is_on_status_page as "isOnStatusPage", d.begun_at as "begunAt", d.changed_at as "changedAt", d.version, d.head,
  case when d.draft is not null then json_build_object('text', encode(d.draft, 'base64'), 'at', d.draft_at,
    'by', ${person("d.draft_by", "d.workspace_id")}) end as draft,
  coalesce((select json_agg(json_build_object('nth', v.nth, 'at', v.at, 'text', encode(v.body, 'base64'),
      'change', encode(v.change, 'base64'), 'isOnStatusPage', v.is_on_status_page,
      'by', ${person("v.by_id", "v.workspace_id")}) order by v.nth)
    from troth.document_version v where v.workspace_id = d.workspace_id and v.document_id = d.id), '[]') as versions,
  (select ${NAMED} from troth.ticket t where t.workspace_id = d.workspace_id and t.id = d.ticket_id) as ticket,
  (select i.title from troth.incident i where i.workspace_id = d.workspace_id and i.number = d.incident)
    as "incidentTitle"
  from troth.document d where d.workspace_id = $1`;

/** Tickets about which it is; a merged one stands for the ticket that goes on. */
const READ_BY = `with recursive r (id, state, into_number) as (
    select t.id, t.state, (t.proceedings->>'mergedInto')::int from troth.document d
    join troth.ticket t on t.workspace_id = d.workspace_id and (t.id = d.ticket_id or t.incident = d.incident)
    where d.workspace_id = $1 and d.id = $2
  union
    select s.id, s.state, (s.proceedings->>'mergedInto')::int from r
    join troth.ticket s on s.workspace_id = $1 and s.number = r.into_number
    where r.state = 'merged')
  select ${NAMED} as ticket from troth.ticket t
  where t.workspace_id = $1 and t.id in (select id from r where state <> 'merged') order by t.number limit $3`;

export function documentsOf(session: Session): Documents {
  const { workspace } = session;
  const documents = async (name: string, rest: string, values: readonly unknown[]) =>
    (await session.rows<DocumentRow>(name, `${DOCUMENT} ${rest}`, [workspace, ...values])).map(documentOf);
  return {
    async find(id, mode) {
      const lock = mode === "lock" ? "for update of d" : "";
      return (await documents(`document.find.${mode}`, `and d.id = $2 ${lock}`, [id]))[0] ?? null;
    },
    async about(subject) {
      const [found] =
        subject.kind === "ticket"
          ? await documents("document.aboutTicket", "and d.ticket_id = $2", [subject.ticket])
          : await documents("document.aboutIncident", "and d.incident = $2", [subject.incident]);
      return found ?? null;
    },
    ofTickets: (ids) =>
      documents(
        "document.ofTickets",
        `and (d.ticket_id = any ($2::uuid[]) or d.incident in (select t.incident from troth.ticket t
           where t.workspace_id = $1 and t.id = any ($2::uuid[]))) order by d.begun_at, d.id`,
        [ids],
      ),
    list: (most) =>
      documents(
        "document.list",
        "and (d.draft is not null or d.published > 0) order by d.changed_at desc, d.id limit $2",
        [most],
      ),
    async readBy(id, most) {
      const rows = await session.rows<{ ticket: TicketJson }>("document.readBy", READ_BY, [
        workspace,
        id,
        most,
      ]);
      return rows.map(({ ticket }) => ticketOf(ticket));
    },
    async asking(most) {
      const rows = await session.rows<{ ticket: TicketJson; askedAt: number; incident: number | null }>(
        "document.asking",
        `select ${NAMED} as ticket, (t.proceedings->>'causeAskedAt')::bigint as "askedAt", t.incident
         from troth.ticket t where t.workspace_id = $1 and t.proceedings->>'causeAskedAt' is not null
         order by (t.proceedings->>'causeAskedAt')::bigint, t.number limit $2`,
        [workspace, most],
      );
      return rows.map(({ ticket, ...row }): AskingTicket => ({ ...ticketOf(ticket), ...row }));
    },
    write: (change) => writeDocument(session, change),
  };
}

function documentOf({ ticketId, incident, draft, versions, ticket, ...row }: DocumentRow): StoredDocument {
  return {
    ...row,
    about: aboutOf(ticketId, incident),
    draft: draft && { ...draft, by: personOf(draft.by) },
    versions: versions.map((version) => ({ ...version, by: personOf(version.by) })),
    ticket: ticket && ticketOf(ticket),
  };
}

function aboutOf(ticket: string | null, incident: number | null): DocumentSubject {
  if (ticket !== null) return { kind: "ticket", ticket };
  if (incident !== null) return { kind: "incident", incident };
  throw new Error("A document is about nothing.");
}

function ticketOf({ requester, ...ticket }: TicketJson): NamedTicket {
  return { ...ticket, requester: personOf(requester) };
}

function personOf({ wrapped, ...one }: PersonJson) {
  return { ...one, wrapped: wrapped === null ? null : Buffer.from(wrapped, "base64") };
}

const EVENT = `e as (insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body,
      previous, hash)
    select $1, $2, 'document', $4, $5, $6, $7, $8, $9::jsonb, $10, $11 from d),
  v as (insert into troth.document_version (workspace_id, document_id, nth, at, by_id, body, change, is_on_status_page)
    select $1, $2, n.nth, $5, n.by, decode(n.body, 'base64'), decode(n.change, 'base64'), n.is_on_status_page
    from d, n where n.nth is not null)
  select count(*) as written from d`;

const ROW = `n as (select * from json_to_record($12::json) as n(ticket uuid, incident int, draft text, draft_by uuid,
  draft_at bigint, published int, published_at bigint, is_on_status_page boolean, begun_at bigint, nth int, by uuid,
  body text, change text))`;

const BEGIN = `with ${ROW}, d as (insert into troth.document (workspace_id, id, ticket_id, incident, draft, draft_by,
    draft_at, published, published_at, is_on_status_page, begun_at, changed_at, version, head)
  select $1, $2, ticket, incident, decode(draft, 'base64'), draft_by, draft_at, published, published_at,
    is_on_status_page, begun_at, $5, $4, $11 from n where $3 = 0 on conflict do nothing returning 1), ${EVENT}`;

const CHANGE = `with ${ROW}, d as (update troth.document o set draft = decode(n.draft, 'base64'), draft_by = n.draft_by,
    draft_at = n.draft_at, published = n.published, published_at = n.published_at,
    is_on_status_page = n.is_on_status_page, changed_at = $5, version = $4, head = $11
  from n where o.workspace_id = $1 and o.id = $2 and o.version = $3 returning 1), ${EVENT}`;

async function writeDocument(
  session: Session,
  { id, expected, logged, previous, hash, after }: DocumentChange,
): Promise<boolean> {
  const { kind, ...body } = logged.event;
  const { seq, at, actor } = logged;
  const { about, draft, published, publishedAt, isOnStatusPage, begunAt } = after;
  const row = {
    ticket: about.kind === "ticket" ? about.ticket : null,
    incident: about.kind === "incident" ? about.incident : null,
    draft: draft && "text" in logged.event ? logged.event.text : null,
    draft_by: draft?.by ?? null,
    draft_at: draft?.at ?? null,
    published,
    published_at: publishedAt,
    is_on_status_page: isOnStatusPage,
    begun_at: begunAt,
    ...publishedIn(logged),
  };
  const head = [session.workspace, id, expected ?? 0, seq, at, kind, actor.kind, actor.id];
  const stored = await session.first<{ written: number }>(
    expected === null ? "document.begin" : "document.change",
    expected === null ? BEGIN : CHANGE,
    [...head, JSON.stringify(body), previous, hash, JSON.stringify(row)],
  );
  return stored?.written === 1;
}

function publishedIn({ event, actor }: DocumentChange["logged"]) {
  if (event.kind !== "document.published") return {};
  return { nth: event.nth, by: actor.id, body: event.text, change: event.change };
}
