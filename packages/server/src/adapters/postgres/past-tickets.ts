import type { CustomerRole, LoggedTicketEvent, SubscriptionState } from "@troth/core";
import type { MemberFacts, OrganisationFacts, SubscriptionFacts } from "../../ports/directory-facts.ts";
import type { PastTickets } from "../../ports/past-tickets.ts";
import type { Session } from "./session.ts";

type Row = {
  id: string;
  number: number;
  opened_at: number;
  external_id: string;
  name: string;
  pricing: string | null;
  tier: string | null;
  state: SubscriptionState | null;
  role: CustomerRole | null;
  organisation_facts: OrganisationFacts;
  subscription_facts: SubscriptionFacts | null;
  member_facts: MemberFacts | null;
};

export function pastTicketsOf(session: Session): PastTickets {
  const { workspace } = session;
  return {
    async below(before, most) {
      const rows = await session.rows<Row>(
        "past.below",
        `select t.id, t.number, t.opened_at, o.external_id, o.name, o.facts as organisation_facts,
           s.pricing, s.tier, s.state, s.facts as subscription_facts, m.role, m.facts as member_facts
         from troth.ticket t
         join troth.organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
         left join lateral (
           select pricing, tier, state, facts from troth.subscription
           where workspace_id = t.workspace_id and organisation_id = t.organisation_id and at <= t.opened_at
           order by at desc, seq desc limit 1
         ) s on true
         left join troth.membership m on m.workspace_id = t.workspace_id and m.organisation_id = t.organisation_id
           and m.person_id = t.requester_id
         where t.workspace_id = $1 and t.number < $2 order by t.number desc limit $3`,
        [workspace, before, most],
      );
      return rows.map(({ id, number, opened_at, external_id, name, pricing, tier, state, role, ...row }) => ({
        id,
        number,
        openedAt: opened_at,
        organisation: { externalId: external_id, name, facts: row.organisation_facts },
        subscription: state === null ? null : { pricing, tier, state, facts: row.subscription_facts ?? {} },
        requester: role && { role, facts: row.member_facts ?? {} },
      }));
    },
    async logs(ids) {
      const rows = await session.rows<EventRow>(
        "past.logs",
        `select stream_id as id, seq, at, (body - $3::text[]) || jsonb_build_object('kind', kind) as event
         from troth.event where workspace_id = $1 and stream_id = any ($2::uuid[]) and kind <> all ($4::text[])
         order by stream_id, seq`,
        [workspace, ids, Object.keys(BLANK), NO_CLOCK_READS],
      );
      const logs = new Map<string, LoggedTicketEvent[]>();
      for (const { id, seq, at, event } of rows) {
        const logged = { seq, at, actor: NOBODY, event: { ...BLANK, ...event } };
        const log = logs.get(id);
        if (log) log.push(logged);
        else logs.set(id, [logged]);
      }
      return logs;
    },
  };
}

type EventRow = { id: string; seq: number; at: number; event: LoggedTicketEvent["event"] };

/** What was told of clocks, and to whom a ticket was given: they move none. */
const NO_CLOCK_READS: readonly LoggedTicketEvent["event"]["kind"][] = [
  "ticket.assigned",
  "clock.warned",
  "clock.breached",
  "clock.corrected",
  "promise.moved",
];

const NOWHERE = { project: null, branch: null, endpoint: null, region: null };
const BLANK = {
  subject: "",
  text: "",
  businessImpact: null,
  facts: null,
  reason: null,
  message: "",
  requester: "",
  place: NOWHERE,
  locale: "",
  zone: null,
};
const NOBODY = { kind: "unknown", id: null };
