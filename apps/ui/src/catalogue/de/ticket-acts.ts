import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { TicketActWords } from "../words.ts";

export const ticketActs: TicketActWords = {
  acts: "Was Sie tun können",
  cancel: "Abbrechen",
  sending: "Wird gesendet.",

  solved: "Selbst gelöst",
  solvedTitle: "Selbst gelöst?",
  solvedIntro: "Das Ticket endet, und niemand arbeitet mehr daran. Eine Antwort öffnet es wieder.",
  solvedText: "Was war es? (hilft dem Nächsten; darf leer bleiben)",
  solvedSend: "Ticket beenden",
  solvedDone: "Das Ticket ist beendet.",
  worse: "Es ist schlimmer geworden",
  worseTitle: "Es ist schlimmer geworden",
  worseIntro: "Eine Leitung des Supports erfährt es sofort.",
  worseUnassessed:
    "Noch hat niemand dieses Ticket eingeschätzt, deshalb gilt ab jetzt der Schweregrad, den Sie nennen, und mit ihm die Antwortzeit.",
  worseAssessed:
    "Wir haben den Schweregrad eingeschätzt: Eine Leitung sieht ihn sich noch einmal an, die Uhr läuft weiter.",
  worseTo: "Wie schlimm ist es jetzt?",
  worseText: "Was ist schlimmer geworden?",
  worseSend: "Leitung rufen",
  worseDone: "Eine Leitung weiß Bescheid.",
  leadAsked: (when: ReactNode) =>
    rich`Sie haben ${when} nach einer Leitung gefragt. Sie wird hier schreiben.`,
  ratingTitle: "Hat das geholfen?",
  ratingYes: "Ja",
  ratingNo: "Nein",
  ratingText: "Was hat gefehlt? (darf leer bleiben)",
  ratingSend: "Senden",
  ratingThanks: (isGood: boolean): string =>
    isGood
      ? "Sie haben gesagt, dass das geholfen hat. Danke."
      : "Sie haben gesagt, dass das nicht geholfen hat. Das Team liest, warum.",
  ratingChange: "Ändern",

  object: "Widersprechen",
  objectTitle: "Dem Schweregrad widersprechen",
  objectIntro:
    "Jemand, der ihn nicht eingeschätzt hat, entscheidet mit Gründen. Die Uhr läuft bis dahin weiter wie jetzt.",
  objectWants: "Was halten Sie für richtig?",
  objectWantsNone: "Das überlasse ich Ihnen",
  objectText: "Warum?",
  objectSend: "Widerspruch senden",
  objectDone: "Ihr Widerspruch ist bei uns.",
  objected: (owner: string | null, when: ReactNode) =>
    owner === null
      ? rich`Ihr Widerspruch von ${when} ist bei uns; eine Leitung nimmt ihn an. Sie bekommen eine Entscheidung mit Gründen.`
      : rich`Ihr Widerspruch von ${when} ist bei ${owner}. Sie bekommen eine Entscheidung mit Gründen.`,
  objectedBy: (by: string, owner: string | null, when: ReactNode) =>
    rich`${by} hat ${when} widersprochen; ${owner ?? "eine Leitung"} entscheidet mit Gründen.`,
  takeObjectionBack: "Zurücknehmen",

  nextWord: "Nächstes Wort",
  nextWordBy: (by: ReactNode, agent: string) =>
    agent === "" ? rich`bis ${by}, versprochen vom Team` : rich`bis ${by}, versprochen von ${agent}`,
  waitingForYou: "Wir warten auf",
  waitingNothing: "nichts",
  waitingAnswer: "Ihre Antwort",
  waitingSince: (when: ReactNode) => rich`seit ${when}`,
  waitingCloses: (when: ReactNode) =>
    rich`Sonst schließen wir das Ticket ${when}; eine Antwort öffnet es wieder.`,

  people: "Beteiligte",
  addColleague: "Jemanden hinzufügen",
  addTitle: "Jemanden hinzufügen",
  addIntro: "Die Person kann hier lesen und schreiben und erfährt von jeder Antwort.",
  addWho: "Wen?",
  addChoose: "Auswählen",
  addSend: "Hinzufügen",
  addNobody: "Alle aus Ihrer Organisation sind schon an diesem Ticket beteiligt.",
  added: (name: string) => `${name} wurde hinzugefügt.`,
  remove: (name: string) => `${name} von diesem Ticket nehmen`,
  leave: "Dieses Ticket verlassen",
  you: "Sie",
  tellColleagues: "Wer noch beteiligt sein soll",
  restricted: "Nur für Beteiligte, Inhaber und Admins sichtbar",
  unrestrict: "Der Organisation zeigen",
  restrict: "Nur wenigen zeigen",
  restrictHint: "Dann sehen es nur die Beteiligten, Inhaber und Admins.",

  video: "Videogespräch",
  askVideo: "Um ein Videogespräch bitten",
  videoTitle: "Um ein Videogespräch bitten",
  videoIntro: "Ein Mensch entscheidet im Einzelfall und schreibt hier. Sagen Sie, wann es Ihnen passt.",
  videoText: "Worüber, und wann?",
  videoSend: "Darum bitten",
  videoDone: "Sie haben um ein Videogespräch gebeten.",
  videoAsked: (when: ReactNode) => rich`Erbeten ${when}. Ein Mensch entscheidet und schreibt hier.`,
  videoGranted: (when: ReactNode, minutes: number) => rich`${when}, ${minutes} Minuten`,
  videoJoin: "Hier teilnehmen",
  videoFile: "In den Kalender",
  videoCancel: "Absagen",
  videoWithdraw: "Zurücknehmen",

  consent: "Zugang zu Ihren Daten",
  consentNone: "Niemand vom Support darf Ihre Daten ansehen.",
  consentGiven: (projects: string, until: ReactNode) =>
    rich`Das Team darf bis ${until} in ${projects} nachsehen. Jeder Blick wird hier festgehalten.`,
  consentByOwners: "Eigentümer und Admins Ihrer Organisation können es erlauben.",
  consentGive: "Dem Team für eine Zeit Einblick geben",
  consentTitle: "Dem Team Einblick geben",
  consentIntro: "Nur für dieses Ticket. Jeder Blick steht im Verlauf, mit Namen und Grund.",
  consentProjects: "In welche Projekte?",
  consentHours: "Wie lange?",
  hours: (count: number) =>
    count % 24 === 0 ? counted("de", count / 24, "Tag", "Tage") : counted("de", count, "Stunde", "Stunden"),
  consentSend: "Erlauben",
  consentEnd: "Jetzt beenden",

  links: "Gehört zu",
  relations: {
    related: (ticket: ReactNode) => rich`siehe auch ${ticket}`,
    "duplicate-of": (ticket: ReactNode) => rich`dasselbe wie ${ticket}`,
    "has-duplicate": (ticket: ReactNode) => rich`${ticket} ist dasselbe`,
    "follow-up-of": (ticket: ReactNode) => rich`setzt ${ticket} fort`,
    "has-follow-up": (ticket: ReactNode) => rich`geht weiter in ${ticket}`,
    "split-from": (ticket: ReactNode) => rich`war eine Nachricht in ${ticket}`,
    "has-split-off": (ticket: ReactNode) => rich`eine Nachricht wurde zu ${ticket}`,
    "caused-by": (ticket: ReactNode) => rich`verursacht durch ${ticket}`,
    "cause-of": (ticket: ReactNode) => rich`die Ursache von ${ticket}`,
  },
  ticketNumber: (number: number) => `Ticket ${number}`,
  mergedInto: (ticket: ReactNode) =>
    rich`Es geht in ${ticket} weiter: In beiden geht es um dasselbe. Was Sie hier schreiben, kommt dort an.`,

  selfHelpQuestion: "Vielleicht steht die Antwort sofort hier. Wenn nicht, senden Sie das Ticket trotzdem.",
  selfHelpThin:
    "Was Sie getan und gesehen haben und seit wann, hilft uns am meisten. Bei einer einfachen Frage steht die Antwort vielleicht sofort hier.",

  similarTitle: "Fragt eines davon dasselbe?",
  similar: (who: string, when: ReactNode) => rich`${who} hat das ${when} gefragt`,
  similarMine: (when: ReactNode) => rich`Sie haben das ${when} gefragt`,
  similarRead: "Lesen",
  similarGoOn: "Wenn nicht, schreiben Sie einfach weiter.",

  preferences: "Mails, Sprache und Zeit",
  preferencesShort: "Einstellungen",
  mails: "Welche Mails sollen kommen?",
  mailsAll: "Von allen Tickets, an denen ich beteiligt bin",
  mailsMine: "Von denen, die ich eröffnet habe",
  mailsNone: "Keine: Ich sehe selbst hier nach",
  mailLocale: "Sprache, hier und in Mails",
  mailLocaleTicket: "Hier wie im Browser, in Mails wie im Ticket",
  locales: { en: "English", de: "Deutsch" },
  mailZone: "Zeitzone, hier und in Mails",
  mailZoneHint: (zone: string) => `Leer: hier wie im Browser, in Mails wie im Ticket. Jetzt ist es ${zone}.`,
  save: "Speichern",
  saved: "Gespeichert.",
};
