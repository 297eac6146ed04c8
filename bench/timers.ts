import { setTimeout as after } from "node:timers/promises";
import type { VendorAccess } from "@troth/server";
import type { Server } from "./databases.ts";
import { ask } from "./load.ts";
import type { Program } from "./processes.ts";
import { DESK_URL } from "./programs.ts";
import { copyDueAt } from "./seed.ts";
import { members, tokens, write } from "./vendor.ts";

const TIMERS = 300;
const APART_MS = 100;
const LEAD_MS = 3_000;

/** How late single clocks are told, one after another, while two nodes watch. */
export async function timers(
  server: Server,
  database: string,
  desk: Program,
  access: VendorAccess,
  say: (line: string) => void,
): Promise<void> {
  await openOnGold(desk, access);
  const owner = server.owner(database);
  try {
    const { rows } = await owner.query<{ now: number }>("select troth.now_ms() as now");
    const first = (rows[0]?.now ?? 0) + LEAD_MS;
    const dues = Array.from({ length: TIMERS }, (_, at) => first + at * APART_MS);
    await copyDueAt(owner, dues);
    await after(LEAD_MS + TIMERS * APART_MS + LEAD_MS);
    const { rows: told } = await owner.query<{ lag: number }>(
      `select e.at - c.due_at as lag from troth.event e join troth.commitment c on c.ticket_id = e.stream_id
       where e.kind = 'clock.breached' and c.due_at between $1 and $2 order by lag`,
      [first, dues.at(-1)],
    );
    const lagAt = (share: number) =>
      told[Math.min(told.length - 1, Math.floor(told.length * share))]?.lag ?? 0;
    say(
      `clocks falling due one by one, two nodes: ${told.length} of ${TIMERS} told once each, median ${lagAt(0.5)} ms after due, 99 % within ${lagAt(0.99)} ms, the last ${lagAt(1)} ms\n`,
    );
  } finally {
    await owner.end();
  }
}

/** A ticket whose hour runs round the clock. */
async function openOnGold(desk: Program, access: VendorAccess): Promise<void> {
  const [member] = members;
  if (!member) throw new Error("The vendor has no members.");
  const path = `/v1/directory/organisations/${member.organisation}/subscription`;
  const key = { authorization: `Bearer ${access.apiKey}` };
  await ask(desk.port, { ...write(path, key, { pricing: "enterprise", tier: "gold" }), method: "PUT" });
  const token = tokens(access, DESK_URL)(member);
  const ticket = { category: "issue", severity: "1", description: "All down", isBusinessImpactUnknown: true };
  await ask(desk.port, write("/v1/tickets", { authorization: `Bearer ${token}` }, ticket));
}
