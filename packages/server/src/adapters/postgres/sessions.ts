import type { AgentRole, KeyScope } from "@troth/core";
import type { Sessions } from "../../ports/store.ts";
import type { Issuer } from "../../ports/tokens.ts";
import type { Session } from "./session.ts";

type LinkRow = {
  person: string | null;
  organisation: string | null;
  email: string | null;
  role: AgentRole | null;
};

export function sessionsOf(session: Session): Sessions {
  const { workspace } = session;
  return {
    async startPortal({ hash, person, organisation, intake, at, expiresAt }) {
      await session.write(
        "portal.start",
        `insert into troth.portal_session (workspace_id, hash, person_id, organisation_id, intake, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [workspace, hash, person, organisation, intake, at, expiresAt],
      );
    },
    portal: (hash, now) =>
      session.first(
        "portal.find",
        `select person_id as person, organisation_id as organisation, intake
         from troth.portal_session where workspace_id = $1 and hash = $2 and expires_at > $3`,
        [workspace, hash, now],
      ),
    async endPortal(hash) {
      await session.write(
        "portal.end",
        `delete from troth.portal_session where workspace_id = $1 and hash = $2`,
        [workspace, hash],
      );
    },
    async addLink({ hash, purpose, person, organisation, email, role, expiresAt }) {
      await session.write(
        "link.add",
        `insert into troth.link_token (workspace_id, hash, purpose, person_id, organisation_id, email, role, expires_at)
         values ($1, $2, $3, $4, $5, decode($6, 'base64'), $7, $8)`,
        [workspace, hash, purpose, person, organisation, email, role, expiresAt],
      );
    },
    useLink: (hash, purpose, now) =>
      session.first<LinkRow>(
        "link.use",
        `update troth.link_token set used_at = $4
         where workspace_id = $1 and hash = $2 and purpose = $3 and used_at is null and expires_at > $4
         returning person_id as person, organisation_id as organisation, encode(email, 'base64') as email, role`,
        [workspace, hash, purpose, now],
      ),
    async useToken(issuer, jti, expiresAt) {
      const written = await session.write(
        "token.use",
        `insert into troth.used_token (workspace_id, iss, jti, expires_at) values ($1, $2, $3, $4) on conflict do nothing`,
        [workspace, issuer, jti, expiresAt],
      );
      return written === 1;
    },
    issuers: () =>
      session.rows<Issuer>(
        "issuer.list",
        `select iss, algorithm, secrets, jwks from troth.issuer where workspace_id = $1 order by iss`,
        [workspace],
      ),
    async saveIssuer({ iss, algorithm, secrets, jwks }) {
      await session.write(
        "issuer.save",
        `insert into troth.issuer (workspace_id, iss, algorithm, secrets, jwks) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id, iss) do update set algorithm = excluded.algorithm, secrets = excluded.secrets,
           jwks = excluded.jwks`,
        [workspace, iss, algorithm, secrets, jwks],
      );
    },
    key: (hash) =>
      session.first<{ id: string; scopes: KeyScope[] }>(
        "key.find",
        `select id, scopes from troth.api_key where workspace_id = $1 and hash = $2 and revoked_at is null`,
        [workspace, hash],
      ),
    async forgetExpired(now) {
      await session.rows("session.forgetExpired", `select troth.forget_expired($1)`, [now]);
    },
    async addKey({ id, name, hash, scopes, at }) {
      await session.write(
        "key.add",
        `insert into troth.api_key (workspace_id, id, name, hash, scopes, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (hash) do nothing`,
        [workspace, id, name, hash, [...scopes], at],
      );
    },
  };
}
