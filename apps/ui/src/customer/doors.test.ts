import { expect, test } from "vitest";
import { doorsOf, supportMail } from "./doors.ts";
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

test("from the console the other way is the portal, from the portal a new sign-in", () => {
  expect(doorsOf(me, "console")).toMatchObject({ portal: "http://localhost:3000/portal/", signIn: null });
  expect(doorsOf(me, "portal")).toMatchObject({
    portal: null,
    signIn: "http://localhost:3000/portal/sign-in",
  });
});
