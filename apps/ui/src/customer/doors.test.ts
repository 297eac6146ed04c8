import { expect, test } from "vitest";
import { doorsOf, mailExceptions, supportMail } from "./doors.ts";
import { ticketForm } from "./testing/ticket-form.ts";

const { me } = ticketForm();

test("P007 a desk that takes mail offers its address where the form cannot send", () => {
  const mail = {
    id: "mail",
    name: "Mail",
    kind: "email",
    isOfficial: true,
    access: "included",
    href: "mailto:support@acme-db.example",
    note: null,
  };
  const address = "support@acme-db.example";
  expect(supportMail({ ...me, channels: [mail] })).toEqual({ href: `mailto:${address}`, address });
  expect(supportMail(me)).toEqual({ href: `mailto:${address}`, address });
  expect(supportMail({ ...me, workspace: { ...me.workspace, supportEmail: null } })).toBeNull();
});

test("P007 a plan without tickets may write by mail what the policy excepts, and nothing where it excepts nothing", () => {
  const clause = { id: "account-requests", title: "Account requests", policyVersion: "2024-09-02" };
  const note = "A request to delete the account may come by e-mail on any plan.";
  const byMail = { door: "email", category: "account", note, clause };
  const byForm = { ...byMail, door: "console" };
  expect(mailExceptions(me)).toEqual([]);
  expect(mailExceptions({ ...me, exceptions: [byForm, byMail] })).toEqual([
    { note, clause, mail: supportMail(me) },
  ]);
  const silent = { ...me.workspace, supportEmail: null };
  expect(mailExceptions({ ...me, workspace: silent, exceptions: [byMail] })).toEqual([]);
});

test("from the console the other way is the portal, from the portal a new sign-in", () => {
  expect(doorsOf(me, "console")).toMatchObject({ portal: "http://localhost:3000/portal/", signIn: null });
  expect(doorsOf(me, "portal")).toMatchObject({
    portal: null,
    signIn: "http://localhost:3000/portal/sign-in",
  });
});
