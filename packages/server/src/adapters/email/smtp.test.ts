import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { smtpMailer } from "./smtp.ts";

const servers: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
  );
});

const MAIL = {
  to: { name: "Ana Ruiz", address: "ana@nordwind.example" },
  subject: "Answer to ticket 4182: Restore stops",
  text: "Mira answered.",
  html: "<p>Mira answered.</p>",
  messageId: "<0198@support.example.com>",
  isAutomatic: false,
};
const FROM = { name: "Acme DB", address: "support@acme-db.example" };

async function serverWith(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    ...options,
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return `smtp://127.0.0.1:${address.port}`;
}

/** Hears a message to its end, then answers the client. */
async function hear(stream: Readable, done: () => void, tell: (raw: string) => void): Promise<void> {
  tell(await text(stream));
  done();
}

function refusing(responseCode: number): SMTPServerOptions {
  return {
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`<${address}>: no such user ${address}`), { responseCode })),
  };
}

test("a mail leaves with its own id, text and HTML, to one address", async () => {
  const caught: string[] = [];
  const url = await serverWith({
    onData: (stream, _session, done) =>
      void hear(stream, done, (raw) => {
        caught.push(raw);
      }),
  });
  expect(await smtpMailer({ url, from: FROM }).send(MAIL)).toEqual({ kind: "sent" });
  expect(caught).toHaveLength(1);
  expect(caught[0]).toContain("Message-ID: <0198@support.example.com>");
  expect(caught[0]).toContain("To: Ana Ruiz <ana@nordwind.example>");
  expect(caught[0]).toContain("Auto-Submitted: no");
  expect(caught[0]).toContain("text/plain");
  expect(caught[0]).toContain("text/html");
});

test("T08 what no person wrote says so (RFC 3834)", async () => {
  let raw = "";
  const url = await serverWith({
    onData: (stream, _session, done) =>
      void hear(stream, done, (all) => {
        raw = all;
      }),
  });
  await smtpMailer({ url, from: FROM }).send({ ...MAIL, isAutomatic: true });
  expect(raw).toContain("Auto-Submitted: auto-generated");
  expect(raw).toContain("X-Auto-Response-Suppress: All");
});

test("T09 a name with a line break stays one header, and the mail has one recipient", async () => {
  let raw = "";
  const recipients: string[] = [];
  const url = await serverWith({
    onRcptTo(to, _session, done) {
      recipients.push(to.address);
      done();
    },
    onData: (stream, _session, done) =>
      void hear(stream, done, (all) => {
        raw = all;
      }),
  });
  const to = { name: "Ana\r\nBcc: evil@example.com", address: "ana@nordwind.example" };
  await smtpMailer({ url, from: FROM }).send({ ...MAIL, to, subject: "Hi\r\nBcc: evil@example.com" });
  expect(recipients).toEqual(["ana@nordwind.example"]);
  expect(raw).not.toMatch(/^Bcc:/m);
});

test("F10 a refusal for ever is dead, one for now is tried again, and so is a server that is away", async () => {
  const dead = await smtpMailer({ url: await serverWith(refusing(550)), from: FROM }).send(MAIL);
  const later = await smtpMailer({ url: await serverWith(refusing(450)), from: FROM }).send(MAIL);
  const away = await smtpMailer({ url: "smtp://127.0.0.1:1", from: FROM }).send(MAIL);
  expect([dead.kind, later.kind, away.kind]).toEqual(["dead", "retry", "retry"]);
  expect(dead).toMatchObject({ why: expect.stringContaining("no such user") });
  expect(JSON.stringify([dead, later]), "the reason is kept, the address is not").not.toContain("ana");
});
