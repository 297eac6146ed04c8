import type { AgentRole, CustomerRole, SubscriptionState } from "@troth/core";
import type { MemberFacts, OrganisationFacts, SubscriptionFacts } from "../../ports/directory-facts.ts";
import type { Membership, People, StoredAgent, StoredPerson } from "../../ports/store.ts";
import { type EndRow, endOf, endQuery } from "./conduct.ts";
import type { Session } from "./session.ts";

/** Columns of a person with the wrapped key; `p` and `k` are the aliases. */
export const PERSON = `p.id, encode(p.name, 'base64') as name, encode(p.email, 'base64') as email, k.wrapped`;
export const PERSON_JOIN = `left join troth.person_key k on k.workspace_id = p.workspace_id and k.person_id = p.id`;

export type MemberRow = StoredPerson & {
  subject: string;
  role: CustomerRole;
  organisation_id: string;
  external_id: string;
  organisation_name: string;
  organisation_facts: OrganisationFacts;
  facts: MemberFacts;
  at: number | null;
  pricing: string | null;
  tier: string | null;
  state: SubscriptionState | null;
  subscription_facts: SubscriptionFacts | null;
  support_end: EndRow | null;
};

/** A member with the subscription in force at $2. `which` picks the rows. */
export const memberQuery = (which: string): string => `
  select ${PERSON}, p.subject, m.role, m.facts, o.id as organisation_id, o.external_id, o.name as organisation_name,
         o.facts as organisation_facts, s.at, s.pricing, s.tier, s.state, s.facts as subscription_facts,
         (select row_to_json(e) from (${endQuery("m.workspace_id", "m.person_id", "m.organisation_id")}) e) as support_end
  from troth.membership m
  join troth.person p on p.workspace_id = m.workspace_id and p.id = m.person_id
  ${PERSON_JOIN}
  join troth.organisation o on o.workspace_id = m.workspace_id and o.id = m.organisation_id
  left join lateral (
    select at, pricing, tier, state, facts from troth.subscription
    where workspace_id = m.workspace_id and organisation_id = m.organisation_id and at <= $2
    order by at desc, seq desc limit 1
  ) s on true
  where m.workspace_id = $1 and m.removed_at is null and p.deactivated_at is null and ${which}`;

export function membershipOf(row: MemberRow): Membership {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    wrapped: row.wrapped,
    subject: row.subject,
    role: row.role,
    facts: row.facts,
    organisation: {
      id: row.organisation_id,
      externalId: row.external_id,
      name: row.organisation_name,
      facts: row.organisation_facts,
    },
    subscription: {
      at: row.at ?? 0,
      pricing: row.pricing,
      tier: row.tier,
      state: row.state ?? "none",
      facts: row.subscription_facts ?? {},
    },
    supportEnd: row.support_end && endOf(row.support_end),
  };
}

const AGENT = `select ${PERSON}, p.agent_role as role from troth.person p ${PERSON_JOIN}
  where p.workspace_id = $1 and p.kind = 'agent' and p.deactivated_at is null`;

export function peopleOf(session: Session): People {
  const { workspace } = session;
  return {
    async member(issuer, subject, organisation, now) {
      const row = await session.first<MemberRow>(
        "person.member",
        memberQuery("p.issuer = $3 and p.subject = $4 and o.external_id = $5"),
        [workspace, now, issuer, subject, organisation],
      );
      return row && membershipOf(row);
    },
    async memberById(person, organisation, now) {
      const row = await session.first<MemberRow>(
        "person.memberById",
        memberQuery("m.person_id = $3 and m.organisation_id = $4"),
        [workspace, now, person, organisation],
      );
      return row && membershipOf(row);
    },
    async membersByAddress(index, now) {
      const rows = await session.rows<MemberRow>("person.byAddress", memberQuery("p.email_index = $3"), [
        workspace,
        now,
        index,
      ]);
      return rows.map(membershipOf);
    },
    agentByAccount: (account) =>
      session.first<StoredAgent>("person.agent", `${AGENT} and p.issuer = 'desk' and p.subject = $2`, [
        workspace,
        account,
      ]),
    agents: () => session.rows<StoredAgent>("person.agents", `${AGENT} order by p.created_at`, [workspace]),
    awayAt: (now) =>
      session.rows<{ id: string; until: number }>(
        "person.away",
        `select id, away_until as until from troth.person
         where workspace_id = $1 and kind = 'agent' and away_from <= $2 and away_until > $2`,
        [workspace, now],
      ),
    async putAway(agent, away) {
      await session.write(
        "person.putAway",
        `update troth.person set away_from = $3, away_until = $4 where workspace_id = $1 and id = $2`,
        [workspace, agent, away?.from ?? null, away?.until ?? null],
      );
    },
    async deactivate(person, at) {
      await session.write(
        "person.deactivate",
        `update troth.person set deactivated_at = $3 where workspace_id = $1 and id = $2`,
        [workspace, person, at],
      );
    },
    find: (id) =>
      session.first<StoredPerson>(
        "person.find",
        `select ${PERSON} from troth.person p ${PERSON_JOIN} where p.workspace_id = $1 and p.id = $2`,
        [workspace, id],
      ),
    findBySubject: (issuer, subject) =>
      session.first<StoredPerson>(
        "person.findBySubject",
        `select ${PERSON} from troth.person p ${PERSON_JOIN}
         where p.workspace_id = $1 and p.issuer = $2 and p.subject = $3`,
        [workspace, issuer, subject],
      ),
    async save({ id, kind, issuer, subject, name, email, emailIndex, agentRole, wrapped, at }) {
      await session.write(
        "person.save",
        `insert into troth.person (workspace_id, id, kind, issuer, subject, name, email, email_index, agent_role, created_at)
         values ($1, $2, $3, $4, $5, decode($6, 'base64'), decode($7, 'base64'), $8, $9, $10)
         on conflict (workspace_id, id) do update set name = excluded.name, email = excluded.email,
           email_index = excluded.email_index, agent_role = excluded.agent_role`,
        [
          workspace,
          id,
          kind,
          issuer,
          subject,
          name,
          email,
          emailIndex,
          agentRole satisfies AgentRole | null,
          at,
        ],
      );
      if (wrapped) {
        await session.write(
          "person.key",
          `insert into troth.person_key (workspace_id, person_id, wrapped) values ($1, $2, $3) on conflict do nothing`,
          [workspace, id, wrapped],
        );
      }
    },
    async countAgents() {
      const row = await session.first<{ count: number }>(
        "person.countAgents",
        `select count(*) as count from troth.person where workspace_id = $1 and kind = 'agent'`,
        [workspace],
      );
      return row?.count ?? 0;
    },
  };
}
