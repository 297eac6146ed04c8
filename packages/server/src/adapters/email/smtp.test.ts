import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mail } from "../../ports/mailer.ts";
import { smtpMailer } from "./smtp.ts";

const MAIL: Mail = {
  messageId: "<one@desk.test>",
  to: { name: "Ana", address: "ana@a.example" },
  subject: "Answer",
  text: "Text",
  html: "<p>Text</p>",
  isAutomatic: false,
};

/** Refuses every recipient, for ever or for now. */
let refusal = 550;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _session, answer) =>
    answer(Object.assign(new Error(`<${address}>: no such user ${address}`), { responseCode: refusal })),
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const send = (mail: Mail) =>
  smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: { name: "Desk", address: "desk@desk.test" } }).send(
    mail,
  );

test("a refusal for ever is dead, one for now is tried again, and neither keeps the address", async () => {
  refusal = 550;
  const dead = await send(MAIL);
  expect(dead).toMatchObject({ kind: "dead", why: expect.stringContaining("no such user") });
  refusal = 451;
  const later = await send(MAIL);
  expect(later.kind).toBe("retry");
  expect(JSON.stringify([dead, later])).not.toContain("ana");
});

test("a server that is not there is tried again", async () => {
  const nowhere = smtpMailer({ url: "smtp://127.0.0.1:1", from: { name: "Desk", address: "d@desk.test" } });
  expect((await nowhere.send(MAIL)).kind).toBe("retry");
});
