import type { CaseParty, ConductCase, ConductEvent } from "@troth/core";
import type { CaseChange, Conduct, StoredCase, SupportEnd, Written } from "../../ports/conduct.ts";
import type { Session } from "./session.ts";

type PersonJson = { readonly id: string; readonly name: string; readonly wrapped: string | null };

type CaseRow = Omit<ConductCase, "reporter" | "concerned"> & {
  readonly id: string;
  readonly head: string;
  readonly reporter: CaseParty;
  readonly concerned: CaseParty;
  readonly organisationName: string | null;
  readonly reporterPerson: PersonJson;
  readonly concernedPerson: PersonJson;
  readonly decider: PersonJson | null;
  readonly reviewer: PersonJson | null;
  readonly reinstater: PersonJson | null;
  readonly reason: string;
  readonly words: string | null;
  readonly answer: string | null;
  readonly review: string | null;
  readonly reinstatement: string | null;
};

const person = (
  id: string,
): string => `(select json_build_object('id', p.id, 'name', encode(p.name, 'base64'),
    'wrapped', (select encode(k.wrapped, 'base64') from troth.person_key k
      where k.workspace_id = p.workspace_id and k.person_id = p.id))
  from troth.person p where p.workspace_id = c.workspace_id and p.id = ${id})`;
const party = (who: string): string => `json_build_object('kind', c.${who}_kind, 'person', c.${who}_id,
  'organisation', c.${who}_organisation_id)`;

const CASE = `select c.id, c.number, c.state, c.channel, c.ticket, c.message_id as message, c.decision, c.scope,
  c.decided_by as "decidedBy", c.decided_at as "decidedAt", c.reported_at as "reportedAt",
  c.changed_at as "changedAt", c.version, c.head, ${party("reporter")} as reporter, ${party("concerned")} as concerned,
  ${person("c.reporter_id")} as "reporterPerson", ${person("c.concerned_id")} as "concernedPerson",
  ${person("c.decided_by")} as decider, ${person("c.review_by")} as reviewer,
  ${person("c.reinstated_by")} as reinstater, o.name as "organisationName",
  encode(c.reason, 'base64') as reason, encode(c.words, 'base64') as words, encode(c.answer, 'base64') as answer,
  encode(c.review, 'base64') as review, encode(c.reinstatement, 'base64') as reinstatement
  from troth.conduct_case c
  left join troth.organisation o on o.workspace_id = c.workspace_id and o.id = c.concerned_organisation_id
  where c.workspace_id = $1`;

/** A sealed event's texts as columns; what an event does not say stays as it was. */
const TEXTS = ["reason", "words", "answer", "review", "reinstatement"] as const;

export function conductOf(session: Session): Conduct {
  const { workspace } = session;
  const cases = async (name: string, rest: string, values: readonly unknown[]): Promise<StoredCase[]> =>
    (await session.rows<CaseRow>(name, `${CASE} ${rest}`, [workspace, ...values])).map(caseOf);
  return {
    async nextNumber() {
      const row = await session.first<{ number: number }>(
        "conduct.number",
        `select nextval('troth.conduct_number')::int as number`,
      );
      if (!row) throw new Error("The database gave no number.");
      return row.number;
    },
    async find(number, mode) {
      const lock = mode === "lock" ? "for update of c" : "";
      return (await cases(`conduct.find.${mode}`, `and c.number = $2 ${lock}`, [number]))[0] ?? null;
    },
    async reportedBy(reporter, message) {
      const row = await session.first<{ number: number }>(
        "conduct.reportedBy",
        `select number from troth.conduct_case where workspace_id = $1 and reporter_id = $2 and message_id = $3`,
        [workspace, reporter, message],
      );
      return row?.number ?? null;
    },
    listFor: (judge, most) =>
      cases("conduct.list", "and c.concerned_id <> $2 order by c.changed_at desc, c.number desc limit $3", [
        judge,
        most,
      ]),
    ownOf: (own, organisation) =>
      cases(
        "conduct.own",
        `and (c.reporter_id = $2 or c.decision <> 'no-action'
           and (c.concerned_id = $2 or c.scope = 'organisation' and c.concerned_organisation_id = $3))
         order by c.changed_at desc, c.number desc limit 100`,
        [own, organisation],
      ),
    write: (change) => writeCase(session, change),
    async endFor(who, organisation) {
      const row = await session.first<EndRow>("conduct.endFor", endQuery("$1", "$2", "$3"), [
        workspace,
        who,
        organisation,
      ]);
      return row && endOf(row);
    },
  };
}

export type EndRow = Omit<SupportEnd, "words"> & {
  readonly words: string | null;
  readonly decider: PersonJson;
};

/** The decision that keeps a person or their organisation out of support, the person's own first. */
export const endQuery = (
  workspace: string,
  who: string,
  organisation: string,
): string => `select c.number as case,
    c.scope, c.decided_at as at, encode(c.words, 'base64') as words, ${person("c.decided_by")} as decider
  from troth.conduct_case c
  where c.workspace_id = ${workspace} and (c.ends_person_id = ${who} or c.ends_organisation_id = ${organisation})
  order by c.ends_person_id is null, c.decided_at desc limit 1`;

export function endOf({ words, decider, ...end }: EndRow): SupportEnd {
  return { ...end, words: written(words, decider) };
}

function caseOf({ decider, reviewer, reinstater, ...row }: CaseRow): StoredCase {
  const reporterPerson = personOf(row.reporterPerson);
  return {
    ...row,
    reporterPerson,
    concernedPerson: personOf(row.concernedPerson),
    reason: { sealed: row.reason, by: reporterPerson },
    words: written(row.words, decider),
    answer: written(row.answer, decider),
    review: written(row.review, reviewer),
    reinstatement: written(row.reinstatement, reinstater),
  };
}

function written(sealed: string | null, by: PersonJson | null): Written | null {
  return sealed === null || by === null ? null : { sealed, by: personOf(by) };
}

function personOf({ wrapped, ...one }: PersonJson) {
  return { ...one, wrapped: wrapped === null ? null : Buffer.from(wrapped, "base64") };
}

const EVENT = `e as (insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id,
    body, previous, hash)
  select $1, $2, 'conduct', $4, $5, $6, $7, $8, $9::jsonb, $10, $11 from c)
  select count(*) as written from c`;

const ROW = `json_to_record($12::json) as n(number int, state text, channel text, ticket int, message uuid,
  reporter_kind text, reporter uuid, reporter_organisation uuid, concerned_kind text, concerned uuid,
  concerned_organisation uuid, decision text, scope text, decided_by uuid, decided_at bigint, reported_at bigint,
  ends_person uuid, ends_organisation uuid, by uuid, reason text, words text, answer text, review text,
  reinstatement text)`;

const REPORT = `with c as (insert into troth.conduct_case (workspace_id, id, number, state, channel, ticket, message_id,
    reporter_kind, reporter_id, reporter_organisation_id, concerned_kind, concerned_id, concerned_organisation_id,
    reported_at, changed_at, version, head, reason)
  select $1, $2, number, state, channel, ticket, message, reporter_kind, reporter, reporter_organisation,
    concerned_kind, concerned, concerned_organisation, reported_at, $5, $4, $11, decode(reason, 'base64')
  from ${ROW} where $3 = 0 returning 1), ${EVENT}`;

const CHANGE = `with c as (update troth.conduct_case o set state = n.state, decision = n.decision, scope = n.scope,
    decided_by = n.decided_by, decided_at = n.decided_at, changed_at = $5, version = $4, head = $11,
    words = case when $6 = 'conduct.decided' then decode(n.words, 'base64') else o.words end,
    answer = coalesce(decode(n.answer, 'base64'), o.answer),
    review = coalesce(decode(n.review, 'base64'), o.review),
    review_by = case when n.review is null then o.review_by else n.by end,
    reinstatement = coalesce(decode(n.reinstatement, 'base64'), o.reinstatement),
    reinstated_by = case when n.reinstatement is null then o.reinstated_by else n.by end,
    ends_person_id = n.ends_person, ends_organisation_id = n.ends_organisation
  from ${ROW} where o.workspace_id = $1 and o.id = $2 and o.version = $3 returning 1), ${EVENT}`;

/** What an event says in sealed words, by column. */
function textsIn(event: ConductEvent): Partial<Record<(typeof TEXTS)[number], string | null>> {
  switch (event.kind) {
    case "conduct.reported":
      return { reason: event.reason };
    case "conduct.decided":
      return { words: event.words, answer: event.answer };
    case "conduct.review-asked":
      return { review: event.text };
    case "conduct.reinstated":
      return { reinstatement: event.words };
  }
}

async function writeCase(session: Session, change: CaseChange): Promise<boolean> {
  const { id, expected, logged, previous, hash, after, ends } = change;
  const { kind, ...body } = logged.event;
  const { seq, at, actor } = logged;
  const row = {
    number: after.number,
    state: after.state,
    channel: after.channel,
    ticket: after.ticket,
    message: after.message,
    reporter_kind: after.reporter.kind,
    reporter: after.reporter.person,
    reporter_organisation: after.reporter.organisation,
    concerned_kind: after.concerned.kind,
    concerned: after.concerned.person,
    concerned_organisation: after.concerned.organisation,
    decision: after.decision,
    scope: after.scope,
    decided_by: after.decidedBy,
    decided_at: after.decidedAt,
    reported_at: after.reportedAt,
    ends_person: ends.person,
    ends_organisation: ends.organisation,
    by: actor.id,
    ...textsIn(logged.event),
  };
  const head = [session.workspace, id, expected ?? 0, seq, at, kind, actor.kind, actor.id];
  const stored = await session.first<{ written: number }>(
    expected === null ? "conduct.report" : "conduct.change",
    expected === null ? REPORT : CHANGE,
    [...head, JSON.stringify(body), previous, hash, JSON.stringify(row)],
  );
  return stored?.written === 1;
}
