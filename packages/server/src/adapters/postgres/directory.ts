import type { SubscriptionState } from "@troth/core";
import type { Directory, StoredProject, Subscription } from "../../ports/store.ts";
import { type MemberRow, memberQuery, membershipOf } from "./people.ts";
import type { Session } from "./session.ts";

const SUBSCRIPTION = `select at, pricing, tier, state, facts from troth.subscription
  where workspace_id = $1 and organisation_id = $2`;

type OrganisationListRow = {
  id: string;
  externalId: string;
  name: string;
  at: number | null;
  pricing: string | null;
  tier: string | null;
  state: SubscriptionState | null;
};

export function directoryOf(session: Session): Directory {
  const { workspace } = session;
  return {
    organisation: (externalId, mode) =>
      session.first(
        `organisation.find.${mode}`,
        `select id, name, facts, version, head from troth.organisation where workspace_id = $1 and external_id = $2 ${mode === "lock" ? "for update" : ""}`,
        [workspace, externalId],
      ),
    organisationById: (id) =>
      session.first(
        "organisation.byId",
        `select id, external_id as "externalId", name from troth.organisation where workspace_id = $1 and id = $2`,
        [workspace, id],
      ),
    async organisations(search, now, { after, most }) {
      const words = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
      const rows = await session.rows<OrganisationListRow>(
        "organisation.list",
        `select o.id, o.external_id as "externalId", o.name, s.at, s.pricing, s.tier, s.state
         from troth.organisation o
         left join lateral (
           select at, pricing, tier, state from troth.subscription
           where workspace_id = o.workspace_id and organisation_id = o.id and at <= $2
           order by at desc, seq desc limit 1
         ) s on true
         where o.workspace_id = $1 and (o.name ilike $3 or o.external_id ilike $3)
           and (o.name collate "C", o.external_id collate "C") > ($4, $5)
         order by o.name collate "C", o.external_id collate "C" limit $6`,
        [workspace, now, words, after?.[0] ?? "", after?.[1] ?? "", most],
      );
      return rows.map(({ id, externalId, name, at, pricing, tier, state }) => ({
        id,
        externalId,
        name,
        subscription: at === null || state === null ? null : { at, pricing, tier, state },
      }));
    },
    async saveOrganisation({ id, externalId, name, facts, version, head }) {
      await session.write(
        "organisation.save",
        `insert into troth.organisation (workspace_id, id, external_id, name, facts, version, head)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (workspace_id, id) do update set name = excluded.name, facts = excluded.facts,
           version = excluded.version, head = excluded.head`,
        [workspace, id, externalId, name, facts, version, head],
      );
    },
    async append({ stream, expected, at, kind, actor, body, previous, hash }) {
      const written = await session.write(
        "organisation.append",
        `insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body, previous, hash)
         values ($1, $2, 'organisation', $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
        [workspace, stream, expected + 1, at, kind, actor.kind, actor.id, body, previous, hash],
      );
      return written === 1;
    },
    async addSubscription(organisation, { seq, at, pricing, tier, state, facts = {} }) {
      await session.write(
        "subscription.add",
        `insert into troth.subscription (workspace_id, organisation_id, seq, at, pricing, tier, state, facts)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [workspace, organisation, seq, at, pricing, tier, state, facts],
      );
    },
    subscriptionAt: (organisation, at) =>
      session.first<Subscription>(
        "subscription.at",
        `${SUBSCRIPTION} and at <= $3 order by at desc, seq desc limit 1`,
        [workspace, organisation, at],
      ),
    timeline: (organisation) =>
      session.rows<Subscription>("subscription.timeline", `${SUBSCRIPTION} order by at, seq`, [
        workspace,
        organisation,
      ]),
    async saveMember(organisation, person, role, facts) {
      await session.write(
        "member.save",
        `insert into troth.membership (workspace_id, organisation_id, person_id, role, facts)
         values ($1, $2, $3, $4, jsonb_strip_nulls($5::jsonb))
         on conflict (workspace_id, organisation_id, person_id) do update set role = excluded.role, removed_at = null,
           facts = jsonb_strip_nulls(troth.membership.facts || $5::jsonb)`,
        [workspace, organisation, person, role, facts],
      );
    },
    async wasMember(organisation, person) {
      const row = await session.first(
        "member.was",
        `select 1 from troth.membership where workspace_id = $1 and organisation_id = $2 and person_id = $3`,
        [workspace, organisation, person],
      );
      return row !== null;
    },
    async removeMember(organisation, person, at) {
      const written = await session.write(
        "member.remove",
        `update troth.membership set removed_at = $4
         where workspace_id = $1 and organisation_id = $2 and person_id = $3 and removed_at is null`,
        [workspace, organisation, person, at],
      );
      return written === 1;
    },
    async members(organisation, now) {
      const rows = await session.rows<MemberRow>("member.list", memberQuery("m.organisation_id = $3"), [
        workspace,
        now,
        organisation,
      ]);
      return rows.map(membershipOf);
    },
    projects: (organisation) => readProjects(session, organisation),
    async projectsAround(organisation, project) {
      const row = await session.first<{ projects: StoredProject[] }>(
        "project.around",
        `select ${projectsOf("$2", "true", "b.project_id = $3")} as projects`,
        [workspace, organisation, project],
      );
      return row?.projects ?? [];
    },
    place: (organisation, { project, branch, endpoint }) =>
      session.first(
        "project.place",
        `select p.region,
           exists (select from troth.branch where workspace_id = $1 and organisation_id = $2 and project_id = $3
             and id = $4) as "hasBranch",
           exists (select from troth.endpoint where workspace_id = $1 and organisation_id = $2 and project_id = $3
             and ($4::text is null or branch_id = $4) and id = $5) as "hasEndpoint"
         from troth.project p where p.workspace_id = $1 and p.organisation_id = $2 and p.id = $3`,
        [workspace, organisation, project, branch, endpoint],
      ),
    async saveProject(organisation, { id, name, region, isProduction }) {
      await session.write(
        "project.save",
        `insert into troth.project (workspace_id, organisation_id, id, name, region, is_production)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, organisation_id, id)
         do update set name = excluded.name, region = excluded.region, is_production = excluded.is_production`,
        [workspace, organisation, id, name, region, isProduction],
      );
    },
    async saveBranch(organisation, project, { id, name, isDefault, isProtected, state }) {
      const written = await session.write(
        "branch.save",
        `insert into troth.branch (workspace_id, organisation_id, project_id, id, name, is_default, is_protected, state)
         select $1, $2, $3, $4, $5, $6, $7, $8
         where exists (select from troth.project where workspace_id = $1 and organisation_id = $2 and id = $3)
         on conflict (workspace_id, organisation_id, project_id, id) do update set name = excluded.name,
           is_default = excluded.is_default, is_protected = excluded.is_protected, state = excluded.state`,
        [workspace, organisation, project, id, name, isDefault, isProtected, state],
      );
      return written === 1;
    },
    async saveEndpoint(organisation, project, branch, { id, kind, state, isDisabled, suspendedFor }) {
      const written = await session.write(
        "endpoint.save",
        `insert into troth.endpoint (workspace_id, organisation_id, project_id, branch_id, id, kind, state, is_disabled, suspended_for)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9
         where exists (select from troth.branch
                       where workspace_id = $1 and organisation_id = $2 and project_id = $3 and id = $4)
         on conflict (workspace_id, organisation_id, project_id, branch_id, id) do update set kind = excluded.kind,
           state = excluded.state, is_disabled = excluded.is_disabled, suspended_for = excluded.suspended_for`,
        [workspace, organisation, project, branch, id, kind, state, isDisabled, suspendedFor],
      );
      return written === 1;
    },
    async remove(organisation, project, branch, endpoint) {
      const where = `workspace_id = $1 and organisation_id = $2`;
      if (branch === null) {
        return (
          (await session.write("project.remove", `delete from troth.project where ${where} and id = $3`, [
            workspace,
            organisation,
            project,
          ])) === 1
        );
      }
      if (endpoint === null) {
        return (
          (await session.write(
            "branch.remove",
            `delete from troth.branch where ${where} and project_id = $3 and id = $4`,
            [workspace, organisation, project, branch],
          )) === 1
        );
      }
      return (
        (await session.write(
          "endpoint.remove",
          `delete from troth.endpoint where ${where} and project_id = $3 and branch_id = $4 and id = $5`,
          [workspace, organisation, project, branch, endpoint],
        )) === 1
      );
    },
  };
}

async function readProjects(session: Session, organisation: string): Promise<StoredProject[]> {
  const row = await session.first<{ projects: StoredProject[] }>(
    "project.tree",
    `select ${projectsOf("$2")} as projects`,
    [session.workspace, organisation],
  );
  return row?.projects ?? [];
}

/**
 * An organisation's projects with their branches and endpoints, as one JSON value; `$1` is the workspace. Conditions
 * on the project `p` and the branch `b` leave some out: an organisation may have thousands of branches.
 */
export const projectsOf = (organisation: string, project = "true", branch = "true"): string => `coalesce((
  select json_agg(json_build_object('id', p.id, 'name', p.name, 'region', p.region, 'isProduction', p.is_production,
    'branches', coalesce((
      select json_agg(json_build_object('id', b.id, 'name', b.name, 'isDefault', b.is_default,
        'isProtected', b.is_protected, 'state', b.state, 'endpoints', coalesce((
          select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'state', e.state,
            'isDisabled', e.is_disabled, 'suspendedFor', e.suspended_for) order by e.kind desc, e.id)
          from troth.endpoint e where e.workspace_id = b.workspace_id and e.organisation_id = b.organisation_id
            and e.project_id = b.project_id and e.branch_id = b.id), '[]')) order by b.is_default desc, b.name)
      from troth.branch b where b.workspace_id = p.workspace_id and b.organisation_id = p.organisation_id
        and b.project_id = p.id and ${branch}), '[]')) order by p.name, p.id)
  from troth.project p where p.workspace_id = $1 and p.organisation_id = ${organisation} and ${project}), '[]')`;
