import { createTransport, type Transporter } from "nodemailer";
import type { Delivery, Mail, Mailer } from "../../ports/mailer.ts";

export type SmtpOptions = {
  /** smtp:// or smtps:// with user and password in it. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
};

/** Sends by SMTP. A refusal for ever (5xx) is dead, all else is tried again. */
export function smtpMailer({ url, from }: SmtpOptions): Mailer {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 30_000 });
  return mailerOn(transport, from);
}

/** The same on any nodemailer transport. */
export function mailerOn(transport: Transporter, from: SmtpOptions["from"]): Mailer {
  return {
    async send(mail) {
      try {
        await transport.sendMail(envelopeOf(mail, from));
        return { kind: "sent" };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** The mail as nodemailer takes it; marked as automatic where no person wrote it (RFC 3834). */
export function envelopeOf(mail: Mail, from: SmtpOptions["from"]) {
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    ...(mail.invitation
      ? {
          icalEvent: {
            method: mail.invitation.method,
            filename: "invitation.ics",
            content: mail.invitation.file,
          },
        }
      : {}),
    headers: {
      "Auto-Submitted": mail.isAutomatic ? "auto-generated" : "no",
      "X-Auto-Response-Suppress": "All",
    },
  };
}

function failureOf(error: unknown): Delivery {
  const why = withoutAddresses(error instanceof Error ? error.message : String(error));
  const status = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  return status >= 500 && status < 600 ? { kind: "dead", why } : { kind: "retry", afterMs: 0, why };
}

/** A mail server repeats the address it refuses; the reason is kept, the address is not. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"',;:()]+@[^\s<>"',;:()]+/g, "(address)");
}
