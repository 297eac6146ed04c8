import { listed } from "./news.ts";
import { newsEn } from "./news-en.ts";
import type { EndFacts, MailCatalogue } from "./words.ts";

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
  answer: ({ number, subject, author, text, items, reader }) => ({
    subject: `Answer to ticket ${number}: ${subject}`,
    paragraphs: [
      `${author} answered ticket ${number}, “${subject}”:`,
      `quote:${text}`,
      ...(items.length === 0 ? [] : [listed("We need of you:", items)]),
    ],
    action: "Read it and answer",
    why: `${whyYou(number, reader)} Please answer in the portal or in your console, not to this mail.`,
  }),
  ended: ({ number, subject, author, text, reader, ...end }) => ({
    subject: `Ticket ${number} has ended, ${end.outcome}: ${subject}`,
    paragraphs: [
      `${author} ended ticket ${number}, “${subject}”: ${end.outcome}.`,
      ...reasonsOf(end),
      `quote:${text}`,
      end.reopensUntil === null
        ? "If you need more, open a new ticket."
        : `If that does not settle it, write on the ticket: a reply opens the ticket again until ${end.reopensUntil}.`,
    ],
    action: "Read it and answer",
    why: `${whyYou(number, reader)} Please answer in the portal or in your console, not to this mail.`,
  }),
  news: ({ name, number, subject, news, reader }) => {
    const words = newsEn(news, `ticket ${number}`);
    return {
      subject: `${words.subject}, ${subject}`,
      paragraphs: [`Hello ${name},`, ...words.paragraphs],
      action: "See the ticket",
      why: {
        requester: whyYou(number, "requester"),
        follower: whyYou(number, "follower"),
        agent: `You get this because ticket ${number} concerns you at the desk.`,
      }[reader],
    };
  },
  "restricted-news": ({ name, number, workspace }) => ({
    subject: `News on ticket ${number}`,
    paragraphs: [
      `Hello ${name},`,
      `there is news from ${workspace} on ticket ${number}. It is shown to few, so this mail says nothing of it.`,
    ],
    action: "Read it in the portal",
    why: `You get this because you take part in ticket ${number}.`,
  }),
  "promise-moved": ({ name, number, subject, dueFrom, dueTo, workspace }) => ({
    subject: `Our answer to ticket ${number} is due later: ${subject}`,
    paragraphs: [
      `Hello ${name},`,
      `the support hours of ${workspace} have changed, and with them the time of our answer to your ticket ${number}, “${subject}”.`,
      dueTo === null
        ? `It was due before ${dueFrom}. There is no time by which we can say it is due now.`
        : `It was due before ${dueFrom} and is now due before ${dueTo}. The time that had passed still counts.`,
    ],
    action: "See why",
    why: `You get this because you opened ticket ${number}.`,
  }),
  "conduct-reported": ({ name, number, ticket }) => ({
    subject: `Conduct case ${number} waits for a decision`,
    paragraphs: [
      `Hello ${name},`,
      `case ${number}, about words on ticket ${ticket}, waits for a person's decision.`,
    ],
    action: "Open the cases",
    why: "You get this because you may decide conduct cases.",
  }),
  "conduct-answer": ({ name, ticket, text }) => ({
    subject: `What was decided on your report about ticket ${ticket}`,
    paragraphs: [
      `Hello ${name},`,
      `you reported words on ticket ${ticket}. A person looked at them and answers:`,
      `quote:${text}`,
    ],
    action: "See your reports",
    why: "You get this because you reported a message.",
  }),
  "conduct-decision": ({ name, ticket, text, decision, scope, workspace }) => ({
    subject:
      decision === "end-support" ? `Support by ${workspace} has ended` : `About words on ticket ${ticket}`,
    paragraphs: [
      `Hello ${name},`,
      decision === "end-support"
        ? `support by ${workspace} has ended ${scope === "organisation" ? "for your organisation" : "for you"}, because of words on ticket ${ticket}. The reason:`
        : decision === "warning"
          ? `this is a warning because of words on ticket ${ticket}. The reason:`
          : `a word about what was written on ticket ${ticket}:`,
      `quote:${text}`,
      ...(decision === "end-support"
        ? ["Status and billing stay open to you, and your tickets stay readable."]
        : []),
      "The decision can be reviewed: ask for it on the page below.",
    ],
    action: "Read it and ask for a review",
    why: "You get this because the decision concerns you or your organisation.",
  }),
  "conduct-reinstated": ({ name, text, workspace }) => ({
    subject: `Support by ${workspace} is open to you again`,
    paragraphs: [
      `Hello ${name},`,
      "the decision that ended support was taken back. The reason:",
      `quote:${text}`,
    ],
    action: "See the decision",
    why: "You get this because the decision concerned you or your organisation.",
  }),
  "incident-update": ({ name, title, state, text, at, nextUpdateBy, workspace }) => ({
    subject: `${INCIDENT_STATES[state]}: ${title}`,
    paragraphs: [
      `Hello ${name},`,
      `${workspace} posted an update on the incident “${title}” on ${at}. It stands at: ${INCIDENT_STATES[state]}.`,
      `quote:${text}`,
      ...(nextUpdateBy === null ? [] : [`The next update comes by ${nextUpdateBy}.`]),
    ],
    action: "See the status page",
    why: "You get this because you follow this incident or have a ticket in it. You can stop following it in the portal.",
  }),
  "incident-ended": ({ name, title, text, at, number, subject }) => ({
    subject: `Is all well on your side? Ticket ${number}: ${subject}`,
    paragraphs: [
      `Hello ${name},`,
      `the incident “${title}”, which your ticket ${number} is part of, ended on ${at}.`,
      `quote:${text}`,
      "Is all well on your side? If not, say so on the ticket and it stays open. Nothing closes by itself.",
    ],
    action: "Open the ticket",
    why: `You get this because you opened ticket ${number}.`,
  }),
};

const INCIDENT_STATES = {
  investigating: "Investigating",
  identified: "Identified",
  monitoring: "Monitoring",
  resolved: "Resolved",
} as const;

/** Why a customer gets a mail about a ticket, and where they stop them. */
function whyYou(number: string, reader: "requester" | "follower"): string {
  const did = reader === "requester" ? "opened" : "were added to";
  return `You get this because you ${did} ticket ${number}. What comes by mail is yours to choose in the portal.`;
}

function reasonsOf({ exclusion, release, isAwaited, incident, remark }: EndFacts): readonly string[] {
  return [
    ...(exclusion === null
      ? []
      : [
          `Exclusion ${exclusion.number} of the support policy: ${exclusion.text}.${exclusion.named === null ? "" : ` It is about: ${exclusion.named}.`} Policy of ${exclusion.version}, “${exclusion.clause}”.`,
        ]),
    ...(release === null
      ? []
      : [
          isAwaited
            ? `It comes with release ${release}. You hear of it once that is out.`
            : `It is in release ${release}, which is out.`,
        ]),
    ...(incident === null ? [] : [`It is part of the incident “${incident}”.`]),
    ...(remark === null ? [] : [`Noted with it: ${remark}`]),
  ];
}
