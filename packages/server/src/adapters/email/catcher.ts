import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { CaughtMail, Mailer } from "../../ports/mailer.ts";
import { envelopeOf } from "./smtp.ts";

/** The demo's post office: composes real mails and keeps them in a folder instead of sending them. */
export function mailCatcher(folder: string, from: { name: string; address: string }): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await composer.sendMail(envelopeOf(mail, from));
      if (!Buffer.isBuffer(message)) return { kind: "dead", why: "The mail could not be composed." };
      const { subject, text, messageId } = mail;
      const name = join(folder, messageId.replace(/[^\w-]/g, "_"));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeAtomically(`${name}.eml`, message);
      await writeAtomically(
        `${name}.json`,
        Buffer.from(JSON.stringify({ to: mail.to.address, subject, text })),
      );
      return { kind: "sent" };
    },
  };
}

async function writeAtomically(file: string, bytes: Buffer): Promise<void> {
  await writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** What the catcher holds, newest first. */
export async function caughtMails(folder: string): Promise<CaughtMail[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .toReversed();
  return Promise.all(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by ourselves above
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), "utf8")) as CaughtMail),
  );
}
