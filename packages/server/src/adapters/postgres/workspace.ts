import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Workspace } from "../../ports/store.ts";
import { WrongKey } from "./refusal.ts";

export type WorkspaceFacts = {
  readonly url: string;
  readonly demo: { readonly name: string } | null;
  /** Origins whose pages may embed the widget. */
  readonly embedders: readonly string[];
  /** True where the settings say the address. */
  readonly isConfigured: boolean;
  /** What the installation's key makes of a known word. */
  readonly keyCheck: string;
};

const COLUMNS = `id, slug, name, base_url as "baseUrl", embedders, is_demo as "isDemo"`;

/**
 * The installation's first workspace, made on the first start. Refuses a database whose people were sealed with
 * another installation's key: nothing in it could be read.
 */
export async function ensureWorkspace(
  owner: Pool,
  { url, demo, embedders, isConfigured, keyCheck }: WorkspaceFacts,
): Promise<Workspace> {
  const { rows: checks } = await owner.query<{ key_check: string }>(
    `insert into troth.installation (key_check) values ($1)
     on conflict (is_only) do update set key_check = installation.key_check returning key_check`,
    [keyCheck],
  );
  if (checks[0]?.key_check !== keyCheck) {
    throw new WrongKey(
      "This database was sealed with another key: give TROTH_KEY the key it was made with, or use the data folder that holds it.",
    );
  }
  await owner.query(
    `insert into troth.workspace (id, slug, name, base_url, embedders, is_demo, created_at)
     select $1, 'main', $2, $3, $4, $5, troth.now_ms() where not exists (select from troth.workspace)
     on conflict (slug) do nothing`,
    [randomUUID(), demo?.name ?? "Support", url, embedders, demo !== null],
  );
  // A demo follows the address it is started on, beside one that runs already; a real desk follows its settings.
  if (demo) {
    await owner.query(
      `update troth.workspace set base_url = $1,
         embedders = array(select distinct unnest(embedders || $2::text[]) order by 1) where slug = 'main' and is_demo`,
      [url, embedders],
    );
  } else if (isConfigured) {
    await owner.query(
      `update troth.workspace set base_url = $1, embedders = $2 where slug = 'main' and not is_demo`,
      [url, embedders],
    );
  }
  const { rows } = await owner.query<Workspace>(
    `select ${COLUMNS} from troth.workspace order by created_at limit 1`,
  );
  const workspace = rows[0];
  if (!workspace) throw new Error("The workspace was not made.");
  return workspace;
}
