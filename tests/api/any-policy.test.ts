import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RouteId } from "@troth/contract";
import type { PolicyFiles } from "@troth/policy";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { due } from "../../packages/cli/src/policy/due.ts";
import { publishAtStart } from "../../packages/server/src/main.ts";
import { type Door, done, type Question, refused, send } from "../support/ask.ts";
import { fresh, grantIssuer, newAgent, newKey, tokenFor } from "../support/cast.ts";
import { openDesk, TestClock, type TestDesk } from "../support/desk.ts";

const EXAMPLES = join(import.meta.dirname, "../../policies/examples");
/** A Friday, 15:00 in Berlin, midnight in Sydney. */
const FRIDAY = "2026-03-06T14:00:00.000Z";

function example(vendor: string): PolicyFiles {
  const folder = join(EXAMPLES, vendor);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

type Vendor = TestDesk & {
  readonly tell: Door;
  readonly agent: Door;
  /** A customer of an organisation of its own. */
  readonly customer: (told: Told) => Promise<Door & { readonly organisation: string }>;
};

/** What a request of that route sends. */
type Sent<Id extends RouteId> = NonNullable<Question<Id>["body"]>;

type Told = {
  readonly organisation?: Partial<Sent<"putOrganisation">>;
  readonly subscription: Sent<"putSubscription">;
  readonly member?: Partial<Sent<"putMember">>;
};

/** A desk that runs a vendor's published policy, written without a line of code. */
function useVendor(vendor: string, edit: (text: string) => string = (text) => text): () => Vendor {
  let made: Vendor | undefined;
  beforeAll(async () => {
    const clock = new TestClock(FRIDAY);
    const desk = await openDesk({ clock });
    const files = example(vendor);
    await publishAtStart(desk.desk, { ...files, "policy.yaml": edit(files["policy.yaml"] ?? "") });
    await grantIssuer(desk.desk);
    const key = await newKey(desk.desk, ["directory"]);
    const tell: Door = { origin: desk.origin, show: () => ({ authorization: `Bearer ${key}` }) };
    made = { ...desk, tell, agent: await newAgent(desk.desk, desk.origin, "admin"), customer: newCustomer };
    async function newCustomer(told: Told) {
      const organisation = fresh("org");
      const sub = fresh("person");
      const member = {
        sub,
        org: organisation,
        email: `${sub}@x.example`,
        name: "Person",
        role: "owner",
      } as const;
      await done(tell, "putOrganisation", {
        params: { organisation },
        body: { name: "Org", ...told.organisation },
      });
      await done(tell, "putSubscription", { params: { organisation }, body: told.subscription });
      await done(tell, "putMember", {
        params: { organisation, member: sub },
        body: { email: member.email, name: member.name, role: member.role, ...told.member },
      });
      const show = () => ({ authorization: `Bearer ${tokenFor(member, clock.now())}` });
      return { origin: desk.origin, show, organisation };
    }
  }, 60_000);
  afterAll(() => made?.stop(), 60_000);
  return () => {
    if (made === undefined) throw new Error("The desk is there only while tests run.");
    return made;
  };
}

/** What `troth due` answers from the vendor's folder alone. */
function trothDue(vendor: string, args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const answer = due.run([vendor, ...args], {
    readFolder: (path) => (path === vendor ? example(vendor) : null),
    readFile: (path) => files[path] ?? null,
    now: Date.parse(FRIDAY),
  });
  return { code: answer.exitCode, text: answer.stdout + answer.stderr };
}

function dueByTroth(vendor: string, ...args: string[]): string {
  const { code, text } = trothDue(vendor, [...args, "--at", FRIDAY, "--json"]);
  if (code !== 0) throw new Error(text);
  return new Date(JSON.parse(text).due).toISOString();
}

async function open(door: Door, body: Partial<Sent<"openTicket">> & { readonly category: string }) {
  const request = { description: "It does not work", isBusinessImpactUnknown: true, ...body };
  return done(door, "openTicket", { body: request });
}

/** The receipt that the desk gives, computed again from nothing but the file and the folder. */
async function checkedReceipt(vendor: string, door: Door, number: number): Promise<string> {
  const { text } = await send(door, "readReceipt", { params: { number } });
  return trothDue(vendor, ["--receipt", "r.json"], { "r.json": text }).text;
}

describe("hours in the customer's country (AWS)", () => {
  const world = useVendor("aws");
  const plan = { subscription: { pricing: "developer" } };
  const asked = { category: "technical", severity: "normal" };

  test("P071 the zone and holidays that the directory told give the due that the page gives", async () => {
    const holidays = [{ date: "2026-03-09", name: "Company day" }];
    const customer = await world().customer({
      ...plan,
      organisation: { supportZone: "Asia/Kolkata", holidays },
    });
    const opened = await open(customer, asked);
    const files = { "days.json": JSON.stringify(holidays) };
    const args = ["--plan", "developer", "--severity", "normal", "--category", "technical", "--at", FRIDAY];
    const bound = [...args, "--zone", "Asia/Kolkata", "--holidays", "days.json", "--json"];
    const said = trothDue("aws", bound, files);
    expect(opened.promise).toMatchObject({
      dueAt: new Date(JSON.parse(said.text).due).toISOString(),
      isHoursUnknown: false,
      calendar: { zone: "Asia/Kolkata" },
    });
    expect(await checkedReceipt("aws", customer, opened.number)).toMatch(/^Equal: ticket \d+, due 2026-03-/);
    const receipt = await done(customer, "readReceipt", { params: { number: opened.number } });
    expect(receipt.asked.bindings).toEqual({ zone: "Asia/Kolkata", holidays });
    const seen = await done(world().agent, "readQueue", { query: { view: "all" } });
    expect(seen.rows.find(({ number }) => number === opened.number)?.promise?.dueAt).toBe(
      opened.promise?.dueAt,
    );
  });

  test("the language of the account picks the hours in that language", async () => {
    const organisation = { supportZone: "Asia/Tokyo", language: "ja" };
    const customer = await world().customer({ ...plan, organisation });
    const { promise } = await open(customer, asked);
    const args = ["--plan", "developer", "--severity", "normal", "--zone", "Asia/Tokyo"];
    expect(promise?.dueAt).toBe(dueByTroth("aws", ...args, "--language", "ja"));
    expect(promise?.dueAt).not.toBe(dueByTroth("aws", ...args));
    expect(promise?.calendar?.id).toBe("customer_country_business_ja");
  });

  test("nobody told the zone: no due and no wrong one, said so, until somebody tells", async () => {
    const customer = await world().customer(plan);
    const opened = await open(customer, asked);
    expect(opened.promise).toMatchObject({ dueAt: null, isHoursUnknown: true });
    const { organisation } = customer;
    await done(world().tell, "putOrganisation", {
      params: { organisation },
      body: { name: "Org", supportZone: "Europe/Berlin" },
    });
    const { promises } = await done(customer, "readTicket", { params: { number: opened.number } });
    const args = ["--plan", "developer", "--severity", "normal", "--zone", "Europe/Berlin"];
    expect(promises[0]).toMatchObject({ dueAt: dueByTroth("aws", ...args), isHoursUnknown: false });
  });

  test("a zone, region or product that nobody knows is refused with what is known", async () => {
    const wrong = [
      [{ supportZone: "Berlin" }, "There is no zone “Berlin”"],
      [{ region: "emea" }, "The policy knows no region “emea”"],
      [{ products: ["rds"] }, "The policy knows no product “rds”"],
    ] as const;
    for (const [facts, words] of wrong) {
      const params = { organisation: fresh("org") };
      const { status, detail } = await refused(world().tell, "putOrganisation", {
        params,
        body: { name: "Org", ...facts },
      });
      expect([status, detail]).toEqual([422, expect.stringContaining(words)]);
    }
  });

  test("what is left out stays, null takes it back, and reading answers it", async () => {
    const told = { supportZone: "Asia/Kolkata", language: "ja", customerSince: "2020-01-01T00:00:00Z" };
    const { organisation } = await world().customer({ ...plan, organisation: told });
    const params = { organisation };
    await done(world().tell, "putOrganisation", { params, body: { name: "New name", language: null } });
    const read = await done(world().tell, "readOrganisation", { params });
    expect(read).toMatchObject({
      name: "New name",
      supportZone: "Asia/Kolkata",
      customerSince: "2020-01-01T00:00:00.000Z",
    });
    expect(read.language).toBeUndefined();
  });
});

describe("hours of the customer's region (HashiCorp)", () => {
  const world = useVendor("hashicorp");

  test.each(["us", "emea", "apac"])("P071 %s", async (region) => {
    const customer = await world().customer({
      subscription: { pricing: "silver" },
      organisation: { region },
    });
    const opened = await open(customer, { category: "issue", severity: "s1" });
    const args = ["--plan", "silver", "--severity", "s1", "--region", region];
    expect(opened.promise?.dueAt).toBe(dueByTroth("hashicorp", ...args));
    expect(await checkedReceipt("hashicorp", customer, opened.number)).toMatch(/^Equal/);
    const preview = await done(customer, "previewTicket", { query: { category: "issue", severity: "s1" } });
    expect(preview.promise?.dueAt).toBe(opened.promise?.dueAt);
  });
});

describe("committed times as add-ons (Neon, February 2026)", () => {
  const world = useVendor("neon-2026-02-06");
  const asked = { category: "issue", severity: "1" };

  test("P040 P071 bought, it is promised; bought later, from then on; given back, the better due stays", async () => {
    const customer = await world().customer({ subscription: { pricing: "scale", addOns: ["production"] } });
    const opened = await open(customer, asked);
    const args = ["--plan", "standard", "--add-on", "production", "--severity", "1"];
    const { dueAt } = opened.promise ?? {};
    expect([dueAt, opened.promise?.firmness]).toEqual([dueByTroth("neon-2026-02-06", ...args), "commitment"]);
    expect(await checkedReceipt("neon-2026-02-06", customer, opened.number)).toMatch(/^Equal/);

    const other = await world().customer({ subscription: { pricing: "scale" } });
    const plain = await open(other, asked);
    expect(plain.promise?.dueAt ?? null).not.toBe(dueAt);
    const params = { organisation: other.organisation };
    await done(world().tell, "putSubscription", {
      params,
      body: { pricing: "scale", addOns: ["production"] },
    });
    const now = await done(other, "readTicket", { params: { number: plain.number } });
    expect(now.promises[0]).toMatchObject({ dueAt, firmness: "commitment" });
    await done(world().tell, "putSubscription", { params, body: { pricing: "scale", addOns: null } });
    const after = await done(other, "readTicket", { params: { number: plain.number } });
    expect(after.promises[0]?.dueAt).toBe(dueAt);
  });

  test("P026 an add-on that the policy does not have, or that does not fit, is refused by its name", async () => {
    const { organisation } = await world().customer({ subscription: { pricing: "scale" } });
    const wrong = [
      [{ pricing: "scale", addOns: ["gold"] }, "unknown-add-on"],
      [{ pricing: "enterprise", addOns: ["production"] }, "unfit-add-on"],
      [{ pricing: "scale", boughtAt: { gold: "2026-01-01T00:00:00Z" } }, "unknown-plan"],
    ] as const;
    for (const [body, reason] of wrong) {
      const problem = await refused(world().tell, "putSubscription", { params: { organisation }, body });
      expect([problem.status, problem.reason]).toEqual([422, reason]);
    }
  });
});

describe("the policy's own form (Cloudflare)", () => {
  const world = useVendor("cloudflare");

  test("its fields are on the form, asked where they belong, required where they are", async () => {
    const customer = await world().customer({ subscription: { pricing: "pro" } });
    const form = await done(customer, "readTicketForm", {});
    expect(form.secrets).toBe("Never send passwords, card numbers or keys.");
    expect(form.fields).toContainEqual({
      id: "summary",
      label: "Summary",
      help: null,
      isRequired: true,
      kind: "text",
      choices: [],
      categories: null,
      severities: null,
      products: null,
    });
    expect(form.fields.find(({ id }) => id === "zone")?.categories).toEqual(["technical"]);
    const request = { category: "technical", severity: form.severities[0]?.id, description: "Down" };
    const missing = await refused(customer, "openTicket", {
      body: { ...request, isBusinessImpactUnknown: true },
    });
    expect(missing.fields).toEqual([
      {
        path: "answers.summary",
        message: "“Summary” is asked for here. Write a few words.",
        reason: "answer-asked",
        facts: { label: "Summary" },
      },
    ]);
    const wrong = { summary: "Down", time: "yesterday", colour: "red" };
    const refusedFields = await refused(customer, "openTicket", {
      body: { ...request, isBusinessImpactUnknown: true, answers: wrong },
    });
    expect(refusedFields.fields?.map(({ path }) => path)).toEqual(["answers.time", "answers.colour"]);
    const { number } = await open(customer, {
      ...request,
      answers: { summary: "Pages fail", zone: "example.com" },
    });
    const ticket = await done(customer, "readTicket", { params: { number } });
    expect(ticket.facts).toEqual([
      { name: "Summary", value: "Pages fail" },
      { name: "Zone id", value: "example.com" },
    ]);
  });
});

describe("who may ask, and what they confirm (Vercel)", () => {
  const world = useVendor("vercel");
  const paid = { subscription: { pricing: "pro" } };

  test("P045 nobody told that the member is active: refused, with what is missing", async () => {
    const customer = await world().customer(paid);
    const problem = await refused(customer, "openTicket", {
      body: { category: "question", description: "How?" },
    });
    expect([problem.status, problem.reason]).toEqual([403, "requester-unmet"]);
  });

  test("statements are asked before it is taken, and taken once confirmed", async () => {
    const customer = await world().customer({ ...paid, member: { isActive: true } });
    await open(customer, { category: "question" });
    const preview = await done(customer, "previewTicket", { query: { category: "build-error" } });
    const ids = preview.entitlement.asks?.map(({ id }) => id) ?? [];
    expect(ids).toEqual(["builds", "runs", "information"]);
    const body = { category: "build-error", description: "It fails" };
    const missing = await refused(customer, "openTicket", { body });
    expect(missing.fields?.map(({ path }) => path)).toEqual(["confirmed"]);
    const some = await refused(customer, "openTicket", { body: { ...body, confirmed: ids.slice(1) } });
    expect(some.reason).toBe("requester-unmet");
    await open(customer, { category: "build-error", confirmed: ids });
  });
});

describe("tickets that are counted", () => {
  const world = useVendor("hashicorp", (text) =>
    text.replace("kind: ticket, link: portal }", "kind: ticket, link: portal, quota: 2 per month }"),
  );

  test("P045 the third in a month is refused; replies still pass; the next month begins anew", async () => {
    const customer = await world().customer({
      subscription: { pricing: "gold" },
      organisation: { region: "us" },
    });
    const asked = { category: "issue", severity: "s3" };
    const { number } = await open(customer, asked);
    await open(customer, asked);
    const body = { ...asked, description: "Once more" };
    expect((await refused(customer, "openTicket", { body })).reason).toBe("quota-used-up");
    const other = await world().customer({ subscription: { pricing: "gold" } });
    await open(other, asked);
    await done(customer, "replyToTicket", { params: { number }, body: { text: "More on this" } });
    world().clock.set(Date.parse("2026-04-01T00:00:00Z"));
    await open(customer, asked);
    world().clock.set(Date.parse(FRIDAY));
  });
});
