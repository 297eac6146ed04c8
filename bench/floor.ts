// The floor: what a bare program on node:http and pg takes for the same rows. It knows nobody, checks nothing, seals
// nothing and decides nothing: values it does not get from the request are those of a ticket that is there already.
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { Pool, type PoolClient, types } from "pg";

types.setTypeParser(types.builtins.INT8, Number);
const pool = new Pool({ connectionString: process.env["DATABASE_URL"] ?? "", max: 20 });

type Row = Record<string, unknown>;

const rows = async (name: string, statement: string, values: unknown[]): Promise<Row[]> =>
  (await pool.query<Row>({ name, text: statement, values })).rows;

/** A ticket that was opened by the API, and what was written with it. */
async function sampleOf(table: string, ticket: string, columns: string): Promise<Row> {
  const { rows: found } = await pool.query<Row>(
    `select ${columns} from troth.${table} where ${ticket} limit 1`,
  );
  const [row] = found;
  if (!row) throw new Error(`There is no ${table} to take for a sample.`);
  return row;
}

const ticket = await sampleOf("ticket", "last_staff_seq = 0 order by number", "*");
const event = await sampleOf(
  "event",
  `stream_id = '${String(ticket["id"])}'`,
  "workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body, previous, hash, effect_key",
);
const message = await sampleOf("message", `ticket_id = '${String(ticket["id"])}'`, "*");
const commitment = await sampleOf("commitment", `ticket_id = '${String(ticket["id"])}'`, "*");
const replay = await sampleOf("idempotency", "route = 'POST /v1/tickets'", "*");

/** Inserts one row under a name, so that the server plans it once. */
function inserter(table: string, sample: Row) {
  const columns = Object.keys(sample);
  const statement = `insert into troth.${table} (${columns.join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")})`;
  return (client: PoolClient, row: Row) =>
    client.query({ name: table, text: statement, values: columns.map((column) => valueOf(column, row)) });
}

const JSON_COLUMNS = new Set(["body", "terms", "response"]);

function valueOf(column: string, row: Row): unknown {
  const value = row[column];
  return JSON_COLUMNS.has(column) && !Buffer.isBuffer(value) ? JSON.stringify(value) : value;
}

const insertTicket = inserter("ticket", ticket);
const insertEvent = inserter("event", event);
const insertMessage = inserter("message", message);
const insertCommitment = inserter("commitment", commitment);
const insertReplay = inserter("idempotency", replay);

/** Bytes that a sealed text has over the plain one. */
const SEAL = Buffer.alloc(29);

async function openTicket(request: IncomingMessage): Promise<object> {
  const asked = JSON.parse(await text(request));
  const id = randomUUID();
  const body = Buffer.concat([SEAL, Buffer.from(asked.description)]);
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows: numbers } = await client.query<{ number: number }>({
      name: "number",
      text: "select nextval('troth.ticket_number') as number",
    });
    const number = numbers[0]?.number;
    const category = asked.category;
    await insertTicket(client, { ...ticket, id, number, category });
    await insertEvent(client, { ...event, stream_id: id });
    await insertMessage(client, { ...message, ticket_id: id, id: randomUUID(), body });
    await insertCommitment(client, { ...commitment, ticket_id: id });
    await insertReplay(client, { ...replay, key: request.headers["idempotency-key"] });
    await client.query("commit");
    return { number, promise: commitment["terms"], route: ticket["route"], isFlagged: false, warnings: [] };
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const WITH_PEOPLE = `select t.*, o.name as organisation, o.external_id, p.name as requester, p.email, k.wrapped
  from troth.ticket t
  join troth.organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
  join troth.person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
  left join troth.person_key k on k.workspace_id = p.workspace_id and k.person_id = p.id`;

const workspace = ticket["workspace_id"];

/** One ticket with its conversation, its log and its clocks. */
async function readTicket(number: number): Promise<object> {
  const [found] = await rows("read", `${WITH_PEOPLE} where t.workspace_id = $1 and t.number = $2`, [
    workspace,
    number,
  ]);
  const place = [workspace, found?.["id"]];
  const messages = await rows(
    "messages",
    `select m.id, m.at, m.author_kind, m.body, p.name from troth.message m
     left join troth.person p on p.workspace_id = m.workspace_id and p.id = m.author_id
     where m.workspace_id = $1 and m.ticket_id = $2 order by m.seq`,
    place,
  );
  const log = await rows(
    "log",
    `select seq, at, kind, actor_kind, actor_id, body from troth.event
     where workspace_id = $1 and stream_id = $2 and kind not in ('ticket.opened', 'message.written') order by seq`,
    place,
  );
  const clocks = await rows(
    "clocks",
    `select terms from troth.commitment where workspace_id = $1 and ticket_id = $2 order by ordinal`,
    place,
  );
  return {
    number,
    state: found?.["state"],
    subject: textOf(found?.["subject"]),
    organisation: found?.["organisation"],
    requester: textOf(found?.["requester"]),
    messages: messages.map((one) => ({ ...one, body: textOf(one["body"]), name: textOf(one["name"]) })),
    events: log,
    clocks,
  };
}

/** The same with what an agent sees beside it: projects, subscription and figures of the organisation. */
async function readDeskTicket(number: number): Promise<object> {
  const shown = await readTicket(number);
  const [found] = await rows(
    "organisation",
    "select organisation_id from troth.ticket where workspace_id = $1 and number = $2",
    [workspace, number],
  );
  const place = [workspace, found?.["organisation_id"]];
  const projects = await rows(
    "projects",
    `select p.*, b.id as branch, b.name as branch_name, e.id as endpoint, e.kind from troth.project p
     left join troth.branch b using (workspace_id, organisation_id)
     left join troth.endpoint e using (workspace_id, organisation_id)
     where p.workspace_id = $1 and p.organisation_id = $2`,
    place,
  );
  const subscription = await rows(
    "subscription",
    `select pricing, tier, state from troth.subscription where workspace_id = $1 and organisation_id = $2
     order by at desc, seq desc limit 1`,
    place,
  );
  const figures = await rows("figures", FIGURES, place);
  return { ...shown, projects, subscription, figures };
}

const FIGURES = `
  select (select count(*) from troth.ticket where workspace_id = $1 and organisation_id = $2 and is_open) as open,
    count(*) filter (where c.state = 'met') as kept, count(*) as ended
  from troth.ticket t join troth.commitment c on c.workspace_id = t.workspace_id and c.ticket_id = t.id
  where t.workspace_id = $1 and t.organisation_id = $2 and c.state in ('met', 'breached')`;

const PAGE = 50;

/** The first page of what is open, in the queue's order. */
async function readQueue(): Promise<object> {
  const page = await rows(
    "queue",
    `select t.number, t.subject, t.state, t.plan, t.tier, t.severity, t.category, t.opened_at, t.changed_at,
       o.name as organisation, o.external_id, p.name as requester, a.name as assignee, c.terms
     from troth.ticket t
     join troth.organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
     join troth.person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
     left join troth.person a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
     left join troth.commitment c on c.workspace_id = t.workspace_id and c.ticket_id = t.id and c.ordinal = 0
     where t.workspace_id = $1 and t.is_open and t.route = 'support' order by t.queue_key limit ${PAGE}`,
    [workspace],
  );
  return {
    rows: page.map((row) => ({
      ...row,
      subject: textOf(row["subject"]),
      requester: textOf(row["requester"]),
      assignee: row["assignee"] === null ? null : textOf(row["assignee"]),
    })),
  };
}

function textOf(bytes: unknown): string {
  return bytes instanceof Buffer ? bytes.subarray(SEAL.length).toString("latin1") : "";
}

async function answerTo(request: IncomingMessage): Promise<object> {
  const [, what, number] = (request.url ?? "").split("/");
  if (request.method === "POST") return openTicket(request);
  if (what === "tickets") return readTicket(Number(number));
  if (what === "desk") return readDeskTicket(Number(number));
  return what === "queue" ? readQueue() : { ok: true };
}

function send(response: ServerResponse, status: number, body: string): void {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  response.writeHead(status, headers).end(body);
}

const server = createServer((request, response) => {
  answerTo(request).then(
    (answer) => send(response, 200, JSON.stringify(answer)),
    (error: unknown) => send(response, 500, String(error)),
  );
});
server.listen(Number(process.env["PORT"]), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
