import type { MailCatalogue } from "./words.ts";

export const en: MailCatalogue = {
  invite: ({ workspace }) => ({
    subject: `You are invited to the support desk of ${workspace}`,
    paragraphs: [
      `You are invited to answer customers at ${workspace}.`,
      "The link works once, for one hour. You choose your own password.",
    ],
    action: "Join the desk",
    why: "If you did not expect this, you can ignore it: nothing happens without the link.",
  }),
  "portal-link": ({ name, workspace }) => ({
    subject: `Your sign-in link for ${workspace} support`,
    paragraphs: [`Hello ${name},`, "Here is your sign-in link. It works once, for one hour."],
    action: "Sign in",
    why: "You get this because somebody entered your address at the support portal. If it was not you, ignore it.",
  }),
  answer: ({ number, subject, author, text }) => ({
    subject: `Answer to ticket ${number}: ${subject}`,
    paragraphs: [`${author} answered your ticket ${number}, “${subject}”:`, `quote:${text}`],
    action: "Read it and answer",
    why: `You get this because you opened ticket ${number}. Please answer in the portal or in your console, not to this mail.`,
  }),
};
