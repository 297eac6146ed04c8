import { listed } from "./news.ts";
import { newsDe } from "./news-de.ts";
import type { EndFacts, MailCatalogue } from "./words.ts";

export const de: MailCatalogue = {
  invite: ({ workspace }) => ({
    subject: `Einladung zum Support von ${workspace}`,
    paragraphs: [
      `Sie sind eingeladen, bei ${workspace} Kundenanfragen zu beantworten.`,
      "Der Link gilt einmal und eine Stunde lang. Das Passwort wählen Sie selbst.",
    ],
    action: "Einladung annehmen",
    why: "Wenn Sie das nicht erwartet haben, brauchen Sie nichts zu tun: Ohne den Link geschieht nichts.",
  }),
  "portal-link": ({ name, workspace }) => ({
    subject: `Ihr Anmeldelink für den Support von ${workspace}`,
    paragraphs: [`Guten Tag ${name},`, "hier ist Ihr Anmeldelink. Er gilt einmal und eine Stunde lang."],
    action: "Anmelden",
    why: "Sie erhalten diese Mail, weil jemand Ihre Adresse im Support-Portal eingegeben hat. Waren Sie es nicht, ist nichts zu tun.",
  }),
  answer: ({ number, subject, author, text, items, reader }) => ({
    subject: `Antwort auf Ticket ${number}: ${subject}`,
    paragraphs: [
      `${author} hat auf Ticket ${number} „${subject}“ geantwortet:`,
      `quote:${text}`,
      ...(items.length === 0 ? [] : [listed("Wir brauchen von Ihnen:", items)]),
    ],
    action: "Lesen und antworten",
    why: `${whyYou(number, reader)} Bitte antworten Sie im Portal oder in Ihrer Konsole, nicht auf diese Mail.`,
  }),
  ended: ({ number, subject, author, text, reader, ...end }) => ({
    subject: `Ticket ${number} ist beendet, ${end.outcome}: ${subject}`,
    paragraphs: [
      `${author} hat Ticket ${number} „${subject}“ beendet: ${end.outcome}.`,
      ...reasonsOf(end),
      `quote:${text}`,
      end.reopensUntil === null
        ? "Wenn Sie mehr brauchen, eröffnen Sie ein neues Ticket."
        : `Wenn es damit nicht getan ist, schreiben Sie im Ticket: Eine Antwort öffnet das Ticket wieder, bis ${end.reopensUntil}.`,
    ],
    action: "Lesen und antworten",
    why: `${whyYou(number, reader)} Bitte antworten Sie im Portal oder in Ihrer Konsole, nicht auf diese Mail.`,
  }),
  news: ({ name, number, subject, news, reader }) => {
    const words = newsDe(news, `Ticket ${number}`);
    return {
      subject: `${words.subject}, ${subject}`,
      paragraphs: [`Guten Tag ${name},`, ...words.paragraphs],
      action: "Ticket ansehen",
      why: {
        requester: whyYou(number, "requester"),
        follower: whyYou(number, "follower"),
        agent: `Sie erhalten diese Mail, weil Ticket ${number} Sie im Support betrifft.`,
      }[reader],
    };
  },
  "restricted-news": ({ name, number, workspace }) => ({
    subject: `Neues zu Ticket ${number}`,
    paragraphs: [
      `Guten Tag ${name},`,
      `von ${workspace} gibt es Neues zu Ticket ${number}. Es ist nur wenigen zugänglich, deshalb steht hier nichts davon.`,
    ],
    action: "Im Portal lesen",
    why: `Sie erhalten diese Mail, weil Sie an Ticket ${number} beteiligt sind.`,
  }),
  "promise-moved": ({ name, number, subject, dueFrom, dueTo, workspace }) => ({
    subject: `Unsere Antwort auf Ticket ${number} kommt später: ${subject}`,
    paragraphs: [
      `Guten Tag ${name},`,
      `die Supportzeiten von ${workspace} haben sich geändert und mit ihnen die Zeit unserer Antwort auf Ihr Ticket ${number} „${subject}“.`,
      dueTo === null
        ? `Sie war vor ${dueFrom} fällig. Wir können jetzt keine Zeit mehr nennen.`
        : `Sie war vor ${dueFrom} fällig und ist jetzt vor ${dueTo} fällig. Die schon vergangene Zeit zählt weiter.`,
    ],
    action: "Nachsehen, warum",
    why: `Sie erhalten diese Mail, weil Sie Ticket ${number} eröffnet haben.`,
  }),
  "conduct-reported": ({ name, number, ticket }) => ({
    subject: `Fall ${number} zum Umgang wartet auf eine Entscheidung`,
    paragraphs: [
      `Guten Tag ${name},`,
      `Fall ${number} zu Worten in Ticket ${ticket} wartet auf die Entscheidung eines Menschen.`,
    ],
    action: "Fälle öffnen",
    why: "Sie erhalten diese Mail, weil Sie über solche Fälle entscheiden dürfen.",
  }),
  "conduct-answer": ({ name, ticket, text }) => ({
    subject: `Was zu Ihrer Meldung in Ticket ${ticket} entschieden wurde`,
    paragraphs: [
      `Guten Tag ${name},`,
      `Sie haben Worte in Ticket ${ticket} gemeldet. Ein Mensch hat sie angesehen und antwortet:`,
      `quote:${text}`,
    ],
    action: "Meine Meldungen ansehen",
    why: "Sie erhalten diese Mail, weil Sie eine Nachricht gemeldet haben.",
  }),
  "conduct-decision": ({ name, ticket, text, decision, scope, workspace }) => ({
    subject:
      decision === "end-support"
        ? `Der Support von ${workspace} ist beendet`
        : `Zu Worten in Ticket ${ticket}`,
    paragraphs: [
      `Guten Tag ${name},`,
      decision === "end-support"
        ? `der Support von ${workspace} ist ${scope === "organisation" ? "für Ihre Organisation" : "für Sie"} beendet, wegen Worten in Ticket ${ticket}. Der Grund:`
        : decision === "warning"
          ? `dies ist eine Verwarnung wegen Worten in Ticket ${ticket}. Der Grund:`
          : `ein Wort zu dem, was in Ticket ${ticket} geschrieben wurde:`,
      `quote:${text}`,
      ...(decision === "end-support"
        ? ["Status und Abrechnung bleiben Ihnen offen, und Ihre Tickets bleiben lesbar."]
        : []),
      "Die Entscheidung kann überprüft werden: Bitten Sie auf der Seite unten darum.",
    ],
    action: "Lesen und Überprüfung erbitten",
    why: "Sie erhalten diese Mail, weil die Entscheidung Sie oder Ihre Organisation betrifft.",
  }),
  "conduct-reinstated": ({ name, text, workspace }) => ({
    subject: `Der Support von ${workspace} steht Ihnen wieder offen`,
    paragraphs: [
      `Guten Tag ${name},`,
      "die Entscheidung, die den Support beendet hat, ist zurückgenommen. Der Grund:",
      `quote:${text}`,
    ],
    action: "Entscheidung ansehen",
    why: "Sie erhalten diese Mail, weil die Entscheidung Sie oder Ihre Organisation betraf.",
  }),
  "incident-update": ({ name, title, state, text, at, nextUpdateBy, workspace }) => ({
    subject: `${INCIDENT_STATES[state]}: ${title}`,
    paragraphs: [
      `Guten Tag ${name},`,
      `${workspace} hat am ${at} Neues zur Störung „${title}“ mitgeteilt. Stand: ${INCIDENT_STATES[state]}.`,
      `quote:${text}`,
      ...(nextUpdateBy === null ? [] : [`Die nächste Mitteilung kommt bis ${nextUpdateBy}.`]),
    ],
    action: "Statusseite ansehen",
    why: "Sie erhalten diese Mail, weil Sie dieser Störung folgen oder ein Ticket dazu haben. Im Portal können Sie das beenden.",
  }),
  "incident-ended": ({ name, title, text, at, number, subject }) => ({
    subject: `Ist bei Ihnen alles in Ordnung? Ticket ${number}: ${subject}`,
    paragraphs: [
      `Guten Tag ${name},`,
      `die Störung „${title}“, zu der Ihr Ticket ${number} gehört, ist seit ${at} behoben.`,
      `quote:${text}`,
      "Ist bei Ihnen alles in Ordnung? Wenn nicht, schreiben Sie es ins Ticket, dann bleibt es offen. Von selbst wird nichts geschlossen.",
    ],
    action: "Ticket öffnen",
    why: `Sie erhalten diese Mail, weil Sie Ticket ${number} eröffnet haben.`,
  }),
};

const INCIDENT_STATES = {
  investigating: "Wird untersucht",
  identified: "Ursache gefunden",
  monitoring: "Wird beobachtet",
  resolved: "Behoben",
} as const;

/** Why a customer gets a mail about a ticket, and where they stop them. */
function whyYou(number: string, reader: "requester" | "follower"): string {
  const did =
    reader === "requester" ? `Ticket ${number} eröffnet haben` : `zu Ticket ${number} hinzugefügt wurden`;
  return `Sie erhalten diese Mail, weil Sie ${did}. Welche Mails kommen, wählen Sie im Portal.`;
}

function reasonsOf({ exclusion, release, isAwaited, incident, remark }: EndFacts): readonly string[] {
  return [
    ...(exclusion === null
      ? []
      : [
          `Ausschluss ${exclusion.number} der Support-Richtlinie: ${exclusion.text}.${exclusion.named === null ? "" : ` Es geht um: ${exclusion.named}.`} Richtlinie vom ${exclusion.version}, „${exclusion.clause}“.`,
        ]),
    ...(release === null
      ? []
      : [
          isAwaited
            ? `Es kommt mit Version ${release}. Sie erfahren es, sobald sie da ist.`
            : `Es ist in Version ${release} enthalten, und die ist da.`,
        ]),
    ...(incident === null ? [] : [`Es gehört zur Störung „${incident}“.`]),
    ...(remark === null ? [] : [`Dazu vermerkt: ${remark}`]),
  ];
}
