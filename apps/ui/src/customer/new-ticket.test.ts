import { expect, test } from "vitest";
import {
  draftOver,
  emptyTicket,
  misfitsOf,
  type NewTicket,
  NO_PREFILL,
  requestOf,
  sentFacts,
} from "./new-ticket.ts";
import { ticketForm } from "./testing/ticket-form.ts";
import type { FormField } from "./wire.ts";

const form = ticketForm();
const prefill = {
  category: null,
  project: "prj-staging",
  branch: "br-staging-main",
  endpoint: "ep-7",
  facts: [
    { name: "page", value: "/console/projects/prj-staging" },
    { name: "request id", value: "req-8c1f04d2" },
  ],
};
const empty = emptyTicket(form, prefill);
const written: NewTicket = { ...empty, description: "Restore stops at 40 %" };
const faultsOf = (...of: Parameters<typeof misfitsOf>) => misfitsOf(...of).map(({ fault }) => fault);
const context = {
  form,
  facts: prefill.facts,
  asked: ["service"],
  locale: "en",
  zone: "Europe/Berlin",
  now: 0,
} as const;

test("the form begins where Support was pressed, and asks nothing twice", () => {
  expect(empty).toMatchObject({ project: "prj-staging", branch: "br-staging-main", endpoint: "ep-7" });
  expect(empty.category).toBe("issue");
});

test("a place the desk does not know is left open instead of sent", () => {
  expect(emptyTicket(form, { ...prefill, project: "prj-of-others" })).toMatchObject({
    project: null,
    branch: null,
    endpoint: null,
  });
});

test("P005 an empty description is refused, white space is empty", () => {
  expect(faultsOf(empty, form)).toEqual(["description-empty"]);
  expect(faultsOf({ ...empty, description: " \n " }, form)).toEqual(["description-empty"]);
  expect(faultsOf(written, form)).toEqual([]);
});

test("Critical asks for the business impact, and «not known yet» is an answer", () => {
  const critical = { ...written, severity: "severity-1" };
  expect(faultsOf(critical, form)).toEqual(["impact-missing"]);
  expect(faultsOf({ ...critical, isImpactUnknown: true }, form)).toEqual([]);
  expect(faultsOf({ ...critical, impact: "Orders cannot be placed" }, form)).toEqual([]);
  expect(faultsOf({ ...written, severity: "severity-2" }, form)).toEqual([]);
});

test("a description longer than the desk takes is told before sending", () => {
  const long = "x".repeat(form.limits.description + 1);
  expect(faultsOf({ ...written, description: long }, form)).toEqual(["description-long"]);
});

test("T26 a retry of the same text carries the same key, a changed text another", () => {
  let made = 0;
  const newKey = () => `key-${++made}`;
  const first = requestOf(written, context, newKey);
  const again = requestOf({ ...written, attempt: first.attempt }, context, newKey);
  expect(again.attempt.key).toBe(first.attempt.key);
  const changed = requestOf(
    { ...written, description: "Restore stops at 41 %", attempt: first.attempt },
    context,
    newKey,
  );
  expect(changed.attempt.key).not.toBe(first.attempt.key);
});

test("an impact written for Critical does not go along once another severity is chosen", () => {
  const lowered = { ...written, severity: "severity-3", impact: "Orders cannot be placed" };
  expect(requestOf(lowered, context, () => "k").body).toMatchObject({
    businessImpact: null,
    isBusinessImpactUnknown: false,
  });
});

test("a fact that was taken out is not sent, and nothing is pasted into the text", () => {
  const without = { ...written, leftOut: ["req-8c1f04d2"] };
  expect(sentFacts(without, prefill.facts).map((fact) => fact.name)).toEqual(["page"]);
  expect(requestOf(without, context, () => "k").body.description).toBe(written.description);
});

test("a kept draft comes back whole, and what no longer exists falls back", () => {
  const kept: unknown = JSON.parse(
    JSON.stringify({ ...written, severity: "severity-2", endpoint: "ep-gone" }),
  );
  const draft = draftOver(emptyTicket(form, NO_PREFILL), form, kept);
  expect(draft).toMatchObject({
    description: written.description,
    severity: "severity-2",
    project: "prj-staging",
    endpoint: null,
  });
});

test("a draft without a written word is no draft", () => {
  for (const kept of [null, "text", 3, {}, { description: " " }, { ...empty }]) {
    expect(draftOver(empty, form, kept)).toBeNull();
  }
});

const field = (id: string, more: Partial<FormField> = {}): FormField => ({
  id,
  label: id,
  help: null,
  isRequired: false,
  kind: "text",
  choices: [],
  categories: null,
  severities: null,
  products: null,
  ...more,
});

test("the policy's own fields are asked where they belong, and only their answers go along", () => {
  const fields = [
    field("summary", { isRequired: true }),
    field("cluster", { categories: ["question"], isRequired: true }),
    field("when", { kind: "instant", severities: ["severity-1"] }),
  ];
  const own = { ...form, fields };
  expect(misfitsOf(written, own)).toEqual([{ fault: "answer-missing", at: "troth-own-summary" }]);
  const answers = { summary: "Restore", cluster: "c1", when: "2026-03-02T09:30" };
  expect(misfitsOf({ ...written, answers }, own)).toEqual([]);
  const sent = (ticket: NewTicket) => requestOf(ticket, { ...context, form: own }, () => "k").body.answers;
  expect(sent({ ...written, answers })).toEqual({ summary: "Restore" });
  expect(sent({ ...written, answers, severity: "severity-1" })).toEqual({
    summary: "Restore",
    when: new Date("2026-03-02T09:30").toISOString(),
  });
});

test("a severity or product that the policy wants is asked for; statements are confirmed first", () => {
  const strict = { ...form, mustChoose: ["severity" as const] };
  expect(faultsOf(written, strict)).toEqual(["severity-missing"]);
  const asks = [{ id: "builds", text: "It builds" }];
  expect(faultsOf(written, form, asks)).toEqual(["not-all-confirmed", "unconfirmed"]);
  expect(faultsOf({ ...written, confirmed: ["builds"] }, form, asks)).toEqual([]);
});

test("each statement is confirmed; where one of several is enough, one is", () => {
  const all = [
    { id: "builds", text: "It builds" },
    { id: "runs", text: "It runs" },
  ];
  const some = { ...written, confirmed: ["runs"] };
  expect(faultsOf(some, form, all)).toEqual(["not-all-confirmed", "unconfirmed"]);
  expect(faultsOf({ ...written, confirmed: ["runs", "builds"] }, form, all)).toEqual([]);
  const either = all.map((ask) => ({ ...ask, oneOf: 1 }));
  expect(faultsOf(written, form, either)).toEqual(["unconfirmed"]);
  expect(faultsOf(some, form, either)).toEqual([]);
  const other = { id: "mail", text: "The form cannot be reached", oneOf: 2 };
  expect(faultsOf(some, form, [...either, other])).toEqual(["unconfirmed"]);
});

test("answers alone make a draft worth keeping", () => {
  const kept = draftOver(empty, form, { answers: { summary: "Restore", n: 7 }, confirmed: ["a", 1] });
  expect(kept).toMatchObject({ answers: { summary: "Restore" }, confirmed: ["a"], product: null });
});
