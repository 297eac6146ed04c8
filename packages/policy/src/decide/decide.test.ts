import { describe, expect, test } from "vitest";
import { severityByFacts } from "../truth.ts";
import type { Plan } from "../types.ts";
import { vendor } from "../vendor-policy.fixture.ts";
import { attachmentBar, fileLimitsOf } from "./attachments.ts";
import { changeCountsFrom } from "./changes.ts";
import { channelHoursOf } from "./channel-hours.ts";
import { contactsOf } from "./contacts.ts";
import { asksForEscalation, escalationOf } from "./escalation.ts";
import { consequenceOf } from "./exclusions.ts";
import { formFieldsOf } from "./form.ts";
import { languageOf } from "./languages.ts";
import { closingOf } from "./life-cycle.ts";
import { priceOf } from "./price.ts";
import { type QuotaUse, quotaLimitOf, quotaOf } from "./quotas.ts";
import { proposedSeverity, type SeverityQuestion } from "./severity.ts";
import { after, versionPhaseOf } from "./versions.ts";

const { policy } = vendor;
const at = (date: string): number => Date.parse(date.includes("T") ? date : `${date}T00:00:00Z`);
const HOUR = 3_600_000;

function plan(id: string): Plan {
  const found = policy.plans.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no plan ${id}`);
  return found;
}

describe("contacts", () => {
  test.each([
    [0, 5],
    [1, 5],
    [500, 5],
    [501, 10],
    [1500, 15],
    [9000, 15],
  ])("a begun 500 nodes give 5 more, up to 15: %i nodes, %i contacts", (nodes, most) => {
    expect(contactsOf(policy, { plan: plan("pro") }, { nodes }).most).toBe(most);
  });

  test("a count that the account does not tell is named, never guessed", () => {
    expect(contactsOf(policy, { plan: plan("pro") })).toMatchObject({ missing: "nodes", least: 1 });
    expect(contactsOf(policy, { plan: plan("pro") })).not.toHaveProperty("most");
    expect(contactsOf(policy, { plan: plan("basic") })).toMatchObject({ most: 2, missing: null });
    expect(contactsOf(policy, { plan: plan("free") })).not.toHaveProperty("most");
  });

  test("an add-on gives more of them, for some severities", () => {
    const { most, additional } = contactsOf(policy, { plan: plan("basic"), addOns: [plan("rapid-plus")] });
    expect({ most, additional }).toEqual({ most: 2, additional: [{ count: 2, severities: ["urgent"] }] });
  });

  test.each([
    [0, 0],
    [1, 4],
    [10, 4],
    [11, 8],
    [20, 8],
    [21, 10],
    [41, 14],
  ])("steps and what comes beyond them: %i subscriptions, %i contacts", (subscriptions, most) => {
    const limit = {
      kind: "steps" as const,
      of: "subscriptions",
      steps: [
        { from: 1, count: 4 },
        { from: 11, count: 8 },
      ],
      beyond: { count: 2, per: 10 },
    };
    const [rule] = policy.contacts ?? [];
    if (rule === undefined) throw new Error("no rule");
    const stepped = { ...policy, contacts: [{ ...rule, plans: null, limit }] };
    expect(contactsOf(stepped, { plan: plan("pro") }, { subscriptions }).most).toBe(most);
  });
});

test("a channel is open in its hours on the plan, and always where it has none", () => {
  const hours = (id: string, date: string) => {
    const channel = policy.channels.find((one) => one.id === id);
    if (channel === undefined) throw new Error(`no channel ${id}`);
    return channelHoursOf(vendor, { channel, plan: plan("pro") }, at(date));
  };
  expect(hours("phone", "2026-07-03T16:59:59Z")).toEqual({ calendar: "days", isOpen: true });
  expect(hours("phone", "2026-07-03T17:00:00Z")).toEqual({ calendar: "days", isOpen: false });
  expect(hours("form", "2026-07-04T00:00:00Z")).toEqual({ calendar: null, isOpen: true });
});

describe("quotas", () => {
  const quota = (id: string) => {
    const found = policy.quotas?.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no quota ${id}`);
    return found;
  };
  const uses = (...list: readonly (readonly [string, number])[]): QuotaUse[] =>
    list.map(([date, amount]) => ({ at: at(date), amount }));

  test("each plan has its own, or that of the plan it includes, or none", () => {
    const say = (...ids: string[]) => quotaLimitOf(policy, quota("reviews"), ids.map(plan));
    expect(say("pro")).toMatchObject({ count: 1, per: "quarter" });
    expect(say("firm-2020")).toMatchObject({ count: 1, per: "year" });
    expect(say("free")).toBeNull();
    expect(quotaLimitOf(policy, quota("reviews"), [plan("pro")], "gold")?.count).toBeNull();
    expect(quotaLimitOf(policy, quota("reviews"), [plan("pro")], "silver")?.count).toBe(1);
    expect(quotaLimitOf(policy, quota("hours"), [plan("basic")])).toBeNull();
  });

  test.each([
    ["2026-05-31T23:59:59.999Z", "2026-04-01", "2026-07-01", 1],
    ["2026-07-01T00:00:00.000Z", "2026-07-01", "2026-10-01", 0],
  ])("a quarter ends with its last millisecond: %s", (now, from, to, used) => {
    const standing = quotaOf({ count: 1, unit: null, per: "quarter" }, uses(["2026-04-20", 1]), at(now));
    expect(standing).toMatchObject({ used, left: 1 - used, from: at(from), to: at(to) });
  });

  test("one per subscription counts every use, unlimited counts down nothing", () => {
    const used = uses(["2019-01-01", 1]);
    expect(quotaOf({ count: 1, unit: null, per: "subscription" }, used, at("2026-01-01")).left).toBe(0);
    expect(quotaOf({ count: null, unit: null, per: "always" }, used, at("2026-01-01")).left).toBeNull();
  });

  test("half of what is left goes over into the next month, and lapses with the quarter", () => {
    const { rollOver } = quota("hours");
    const limit = { count: 4, unit: "hours", per: "month" } as const;
    const standing = (date: string, ...used: readonly (readonly [string, number])[]) =>
      quotaOf(limit, uses(...used), at(date), rollOver);
    expect(standing("2026-04-10")).toMatchObject({ carried: 0, left: 4 });
    expect(standing("2026-05-10")).toMatchObject({ carried: 2, left: 6 });
    expect(standing("2026-06-10")).toMatchObject({ carried: 4, left: 8 });
    expect(standing("2026-07-01")).toMatchObject({ carried: 0, left: 4 });
    expect(standing("2026-05-10", ["2026-04-03", 3], ["2026-05-02", 1])).toMatchObject({
      carried: 0.5,
      used: 1,
      left: 3.5,
    });
    expect(standing("2026-06-10", ["2026-05-02", 2])).toMatchObject({ carried: 2, left: 6 });
  });
});

describe("the form", () => {
  const fields = (choice: Partial<Parameters<typeof formFieldsOf>[1]>) =>
    formFieldsOf(policy, {
      category: null,
      severity: null,
      product: null,
      plans: [plan("pro")],
      ...choice,
    }).map((field) => field.id);

  test("asks what the category, the severity and the product want", () => {
    expect(fields({})).toEqual(["callback"]);
    expect(fields({ category: "problem" })).toEqual(["logs", "callback"]);
    expect(fields({ category: "billing", severity: "high" })).toEqual(["zone", "callback"]);
    expect(fields({ product: "mpg" })).toEqual(["cluster", "callback"]);
  });

  test.each([
    ["shot.png", 20_000_000, null],
    ["shot.PNG", 1, null],
    ["shot.png", 20_000_001, "20 MB"],
    ["all.zip", 1, ".zip"],
    ["notes.doc", 1, ".png"],
    ["png", 1, ".png"],
    ["all.\u200bzi\u202ep", 1, ".zip"],
  ])("takes a file or says why not: %s of %i bytes", (name, bytes, says) => {
    const bar = attachmentBar(fileLimitsOf(policy), { name, bytes });
    if (says === null) expect(bar).toBeNull();
    else expect(bar?.message).toContain(says);
  });

  test("what it leaves open about files is the desk's own choice, and programs are not taken", () => {
    const { form: _form, ...silent } = policy;
    const limits = fileLimitsOf(silent);
    expect(limits).toMatchObject({ mostBytes: 25_000_000, mostFiles: 10, types: null });
    expect(attachmentBar(limits, { name: "dump.pgdump", bytes: 25_000_000 })).toBeNull();
    expect(attachmentBar(limits, { name: "no ending", bytes: 1 })).toBeNull();
    expect(attachmentBar(limits, { name: "log.EXE", bytes: 1 })?.reason).toBe("file-type-refused");
    expect(attachmentBar(limits, { name: "a.log", bytes: 25_000_001 })).toEqual({
      reason: "file-too-large",
      message: "A file may have 25 MB; this one has more. Send a part of it, or pack it.",
    });
  });
});

test("a language is answered so well, in those hours, or in another language when it is urgent", () => {
  const ask = (language: string, severity: string | null, id: string) =>
    languageOf(policy, { language, severity, plans: [plan(id)] });
  expect(ask("en", null, "basic")).toMatchObject({ level: "full", answeredIn: "en", calendar: null });
  expect(ask("de", null, "pro")).toMatchObject({ level: "best-effort", answeredIn: "de" });
  expect(ask("de", null, "basic")).toMatchObject({ ok: false, reason: "language-not-on-plan" });
  expect(ask("ja", "low", "basic")).toMatchObject({ answeredIn: "ja", calendar: "days" });
  expect(ask("ja", "urgent", "basic")).toMatchObject({ answeredIn: "en", calendar: "always" });
  expect(ask("fr", null, "pro")).toMatchObject({ ok: false, reason: "unknown-language" });
});

describe("versions", () => {
  const [rules] = policy.versions ?? [];
  const phase = (version: { releasedAt?: number; behind?: number }, now = "2026-01-01") => {
    const answer = rules === undefined ? null : versionPhaseOf(rules, version, at(now));
    return answer?.state === "supported" ? answer.phase.id : answer?.state;
  };

  test("the newest and so many before it, then a time from the release", () => {
    expect(phase({ behind: 1 })).toBe("full");
    expect(phase({ behind: 2, releasedAt: at("2024-01-02") })).toBe("security");
    expect(phase({ behind: 2, releasedAt: at("2024-01-01") })).toBe("ended");
  });

  test("what is not known is asked for", () => {
    expect(phase({})).toBe("unknown");
    expect(phase({ behind: 2 })).toBe("unknown");
  });

  test.each([
    ["2024-01-31", 1, "month", "2024-02-29"],
    ["2024-02-29", 1, "year", "2025-02-28"],
    ["2025-11-30", 3, "month", "2026-02-28"],
    ["2025-12-25", 2, "week", "2026-01-08"],
  ] as const)("%s and %i %s more is %s", (from, amount, unit, to) => {
    expect(after(at(from) + HOUR, { amount, unit })).toBe(at(to) + HOUR);
  });
});

test("silence closes a ticket after we asked often enough, and is told before", () => {
  const waitingSince = at("2026-03-01");
  expect(closingOf(policy, { waitingSince, attempts: 1 })).toBeNull();
  expect(closingOf(policy, { waitingSince, attempts: 2 })).toEqual({
    noticeAt: at("2026-03-12"),
    closesAt: at("2026-03-15"),
  });
});

test("escalation: the marker as a word, and the steps as their time comes", () => {
  expect(asksForEscalation(policy, "Please #Escalate.")).toBe(true);
  expect(asksForEscalation(policy, "what does #escalated mean")).toBe(false);
  const openedAt = at("2026-03-01");
  const open = (hours: number) =>
    escalationOf(policy, openedAt, openedAt + hours * HOUR).flatMap(({ step, isOpen }) =>
      isOpen ? [step.id] : [],
    );
  expect(open(0)).toEqual(["ask"]);
  expect(open(3.99)).toEqual(["ask"]);
  expect(open(4)).toEqual(["ask", "manager"]);
});

test("an exclusion leads to what the plan says, or that of the plan it includes", () => {
  const [own, abuse] = policy.exclusions;
  if (own === undefined || abuse === undefined) throw new Error("no exclusion");
  const say = (one: typeof own, id: string) => consequenceOf(policy, one, plan(id));
  expect(say(own, "basic")).toMatchObject({ consequence: "redirect", next: [{ id: "forum" }] });
  expect(say(own, "firm-2020").consequence).toBe("redirect");
  expect(say(own, "pro")).toEqual({ consequence: "best-effort", next: [] });
  expect(say(own, "free").consequence).toBe("refuse");
  expect(say(abuse, "pro").consequence).toBe("refuse");
});

test.each([
  [0, 50],
  [1000, 50],
  [1001, 50.05],
  [4000, 200],
])("of a fixed price and a share the greater counts: spend %d, price %d", (spend, amount) => {
  expect(priceOf(plan("basic"), spend)).toEqual({ amount, currency: "EUR" });
  expect(priceOf(plan("pro"), spend)).toBeNull();
});

test("a change counts at once, after its notice, or with the next cycle", () => {
  const posted = at("2026-01-31");
  const cycle = at("2026-02-10");
  expect(changeCountsFrom(policy, posted, null)).toBeNull();
  expect(changeCountsFrom(policy, posted, cycle)).toBe(at("2026-02-28"));
  expect(changeCountsFrom(policy, posted, at("2026-03-10"))).toBe(at("2026-03-10"));
  expect(changeCountsFrom({ changes: { effective: "at-posting" } }, posted, null)).toBe(posted);
});

describe("the severity a request begins with", () => {
  const say = (question: Partial<SeverityQuestion>): string => {
    const { severity, reasons } = proposedSeverity(policy, {
      chosen: null,
      plans: [plan("pro")],
      ...question,
    });
    return [severity, ...reasons.map((reason) => reason.code)].join(" ");
  };

  test.each<[Partial<SeverityQuestion>, string]>([
    [{ chosen: "high" }, "high"],
    [{}, "normal default"],
    [{ category: "billing" }, "low category-default"],
    [{ chosen: "urgent", plans: [plan("basic")] }, "high not-on-plan"],
    [{ chosen: "urgent", plans: [plan("basic"), plan("rapid")] }, "high not-on-plan"],
    [{ chosen: "urgent", environment: "test" }, "normal capped"],
    [{ chosen: "low", environment: "test" }, "low"],
    [{ chosen: "urgent", environment: "test", grounds: ["U.1"] }, "urgent"],
    [{ chosen: "high", payment: "card" }, "low forced"],
    [{ chosen: "high", environment: "test", payment: "card" }, "low capped forced"],
  ])("%j", (question, expected) => {
    expect(say(question)).toBe(expected);
  });

  test("facts make the level, and what is not known keeps the worse ones open", () => {
    const by = (facts: Record<string, boolean>) => severityByFacts(policy, facts);
    expect(by({ production: true, down: true, workaround: false })).toEqual({ severity: "urgent", open: [] });
    expect(by({ production: true, down: true, workaround: true, leak: false })).toEqual({
      severity: "high",
      open: [],
    });
    expect(by({ production: true, down: true })).toEqual({ severity: "high", open: ["urgent"] });
    expect(by({ production: false })).toEqual({ severity: null, open: [] });
    expect(by({})).toEqual({ severity: null, open: ["urgent", "high"] });
  });
});
