import type { Acceptances, ListedAcceptance } from "../../ports/acceptances.ts";
import type { Session } from "./session.ts";

type ListedRow = Pick<ListedAcceptance, "version" | "at" | "act" | "ticket" | "seq"> & {
  organisation_id: string;
  external_id: string;
  organisation_name: string;
  person_id: string;
  name: string;
  wrapped: Buffer | null;
};

const NO_UUID = "00000000-0000-0000-0000-000000000000";

export function acceptancesOf(session: Session): Acceptances {
  const { workspace } = session;
  return {
    async hasUsed(organisation, person, version) {
      const row = await session.first(
        "use.find",
        `select 1 from troth.policy_use
         where workspace_id = $1 and organisation_id = $2 and person_id = $3 and version = $4`,
        [workspace, organisation, person, version],
      );
      return row !== null;
    },
    async addUse(organisation, person, version, at) {
      await session.write(
        "use.add",
        `insert into troth.policy_use (workspace_id, organisation_id, person_id, version, at)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [workspace, organisation, person, version, at],
      );
    },
    async lastUse(organisation, person) {
      const row = await session.first<{ version: string | null; knownSince: number }>(
        "use.last",
        `select p.created_at as "knownSince", u.version from troth.person p
         left join lateral (
           select version from troth.policy_use
           where workspace_id = p.workspace_id and organisation_id = $2 and person_id = p.id
           order by at desc limit 1
         ) u on true
         where p.workspace_id = $1 and p.id = $3`,
        [workspace, organisation, person],
      );
      return row ?? { version: null, knownSince: Number.POSITIVE_INFINITY };
    },
    async isAccepted(organisation, version) {
      const row = await session.first(
        "acceptance.find",
        `select 1 from troth.policy_acceptance where workspace_id = $1 and organisation_id = $2 and version = $3`,
        [workspace, organisation, version],
      );
      return row !== null;
    },
    async add({ organisation, version, at, person, act, ticket, seq }) {
      await session.write(
        "acceptance.add",
        `insert into troth.policy_acceptance (workspace_id, organisation_id, version, at, person_id, act, ticket, seq)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [workspace, organisation, version, at, person, act, ticket, seq],
      );
    },
    async list(version, { after, most }) {
      const rows = await session.rows<ListedRow>(
        "acceptance.list",
        `select a.version, a.at, a.act, a.ticket, a.seq, o.id as organisation_id, o.external_id,
                o.name as organisation_name, p.id as person_id, encode(p.name, 'base64') as name, k.wrapped
         from troth.policy_acceptance a
         join troth.organisation o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
         join troth.person p on p.workspace_id = a.workspace_id and p.id = a.person_id
         left join troth.person_key k on k.workspace_id = p.workspace_id and k.person_id = p.id
         where a.workspace_id = $1 and a.version = $2 and (a.at, a.organisation_id) > ($3, $4)
         order by a.at, a.organisation_id limit $5`,
        [workspace, version, after?.[0] ?? -1, after?.[1] ?? NO_UUID, most],
      );
      return rows.map(listedOf);
    },
    async count(version) {
      const row = await session.first<{ accepted: number; organisations: number }>(
        "acceptance.count",
        `select (select count(*) from troth.policy_acceptance where workspace_id = $1 and version = $2) as accepted,
                (select count(*) from troth.organisation where workspace_id = $1) as organisations`,
        [workspace, version],
      );
      return row ?? { accepted: 0, organisations: 0 };
    },
  };
}

function listedOf(row: ListedRow): ListedAcceptance {
  const { version, at, act, ticket, seq, name, wrapped } = row;
  return {
    version,
    at,
    act,
    ticket,
    seq,
    organisation: { id: row.organisation_id, externalId: row.external_id, name: row.organisation_name },
    person: { id: row.person_id, name, wrapped },
  };
}
