import { escapeIdentifier, type Pool } from "pg";
import { codeOf } from "./error-code.ts";
import { DatabaseRefusal } from "./refusal.ts";

/** The role that the service works as: it owns nothing, and row-level security holds for it. */
export const APP_ROLE = "troth_app";

interface Standing {
  readonly user: string;
  readonly exists: boolean;
  readonly is_above_rules: boolean | null;
  readonly may_take_on: boolean | null;
}

const STANDING = `
  select current_user as user, r.oid is not null as exists, r.rolsuper or r.rolbypassrls as is_above_rules,
         pg_has_role(r.oid, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)
           as may_take_on
    from (select) as one left join pg_roles r on r.rolname = $1`;

/** Sees to it that the role exists and that the owner of the schema may take it on. Call it before `migrate`. */
export async function ensureRole(owner: Pool, role: string = APP_ROLE): Promise<void> {
  const name = escapeIdentifier(role);
  const before = await standing(owner, role);
  const user = escapeIdentifier(before.user);
  const mend = `create role ${name} nologin; grant ${name} to ${user};`;
  try {
    if (!before.exists) await owner.query(`create role ${name} nologin`).catch(unlessMadeMeanwhile);
    const { is_above_rules, may_take_on } = await standing(owner, role);
    if (is_above_rules)
      throw new DatabaseRefusal(
        `The role ${role} is above row-level security: «alter role ${name} nosuperuser nobypassrls».`,
      );
    if (!may_take_on) await owner.query(`grant ${name} to ${user}`);
  } catch (error) {
    if (codeOf(error) !== "42501") throw error;
    throw new DatabaseRefusal(
      `The database user ${before.user} may not make the role ${role}: let an administrator run «${mend}».`,
    );
  }
}

async function standing(owner: Pool, role: string): Promise<Standing> {
  const { rows } = await owner.query<Standing>(STANDING, [role]);
  if (rows[0] === undefined) throw new Error("The database does not tell its roles.");
  return rows[0];
}

/** Roles belong to the whole server: another node, or another database's service, may have made it just now. */
function unlessMadeMeanwhile(error: unknown): void {
  if (codeOf(error) !== "42710" && codeOf(error) !== "23505") throw error;
}
