import type { MailCatalogue } from "./words.ts";

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
  answer: ({ number, subject, author, text }) => ({
    subject: `Antwort auf Ticket ${number}: ${subject}`,
    paragraphs: [`${author} hat auf Ihr Ticket ${number} „${subject}“ geantwortet:`, `quote:${text}`],
    action: "Lesen und antworten",
    why: `Sie erhalten diese Mail, weil Sie Ticket ${number} eröffnet haben. Bitte antworten Sie im Portal oder in Ihrer Konsole, nicht auf diese Mail.`,
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
};
