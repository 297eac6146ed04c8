import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { WidgetWords } from "../words.ts";

/** Words of the ticket form, in German. */
export const widget: WidgetWords = {
  title: "Support-Ticket erstellen",
  supportTitle: "Support",
  myTickets: "Meine Tickets",
  newTicket: "Neues Ticket",
  back: "Zurück",
  unread: (count) => counted("de", count, "ungelesene Antwort", "ungelesene Antworten"),

  kind: "Art",
  project: "Projekt",
  branch: "Branch",
  endpoint: "Endpoint",
  noProject: "Kein bestimmtes Projekt",
  noBranch: "Ganzes Projekt",
  noEndpoint: "Ganzer Branch",
  production: "Produktion",
  notProduction: "keine Produktion",
  whatHappened: "Was ist passiert?",
  whatHappenedHint: "Was Sie getan und gesehen haben, und seit wann. Fehlermeldungen helfen.",
  charactersLeft: (left) => `noch ${counted("de", left, "Zeichen", "Zeichen")}`,
  severity: "Schweregrad, falls bekannt",
  severityNeeded: "Schweregrad",
  product: "Produkt",
  noProduct: "Betrifft kein einzelnes Produkt",
  notChosen: "Nicht gewählt",
  optional: (label) => `${label} (freiwillig)`,
  yes: "Ja",
  no: "Nein",
  confirm: "Bitte bestätigen",
  severityMeaning: "Was heißt das?",
  severityMeaningHide: "Erklärung ausblenden",
  youDecide: "Entscheiden Sie",
  youDecideHint: "Ein Mensch stuft das Ticket ein und sagt Ihnen, warum.",
  examples: "Zum Beispiel",
  facts: "Ein paar Tatsachen, falls bekannt",
  factsHint:
    "Nichts davon müssen Sie beantworten. Die Support-Regeln schlagen daraus einen Schweregrad vor; ein Mensch entscheidet.",
  factKnown: "Ausgefüllt mit dem, was Ihre Konsole uns sagt.",
  notKnown: "Nicht bekannt",
  proposes: "Aus diesen Tatsachen schlägt die Richtlinie vor:",
  useProposal: "Übernehmen",
  proposalChosen: "Diesen Schweregrad haben Sie gewählt.",
  impact: "Was kostet es Ihr Geschäft gerade?",
  impactHint: "Ein Satz genügt.",
  impactUnknown: "Das weiß ich noch nicht",
  impactUnknownHint: "Wir nehmen das Ticket trotzdem an und fragen nach.",
  send: "Ticket senden",
  sending: "Wird gesendet.",

  endpointStand: {
    active: "aktiv",
    starting: "startet",
    idle: "ruht",
    disabled: "abgeschaltet",
    suspended: "ausgesetzt",
  },
  endpointMeaning: {
    active: (id) => `${id} ist aktiv.`,
    starting: (id) => `${id} startet gerade.`,
    idle: (id) =>
      `${id} ruht: auf null skaliert, bei der nächsten Verbindung wacht er auf. Das ist kein Ausfall.`,
    disabled: (id) => `${id} hat Ihr Team abgeschaltet. Das ist kein Ausfall.`,
  },
  endpointSuspended: (id, why) => `${id} ist ausgesetzt: ${why}. Das ist kein Ausfall.`,

  sentAlong: "Wird mitgeschickt",
  factNames: {
    page: "Seite",
    region: "Region",
    "request id": "Request-ID",
    "failed operation": "fehlgeschlagener Vorgang",
  },
  takeOut: (name) => `${name} weglassen`,
  takenOut: (count) => `${counted("de", count, "Angabe", "Angaben")} weggelassen.`,
  putBack: "Wieder mitschicken",

  expected: "Wann Sie von uns hören",
  expectedUnknown: "Wann wir antworten, ließ sich gerade nicht berechnen. Senden können Sie trotzdem.",
  handedOn: (place) =>
    `Das geht an ${place}, nicht an den Support; eine Antwortzeit des Supports gilt dafür nicht.`,
  routes: { sales: "den Vertrieb" },

  aboveCategory: (severity, category) =>
    `${severity} ist für Störungen in der Produktion gedacht, nicht für „${category}“. Sie können dabei bleiben; ein Mensch stuft das Ticket ein.`,
  keepSeverity: "Dabei bleiben",
  makeSeverity: (name) => `Auf ${name} setzen`,

  faults: {
    "description-empty": "Schreiben Sie, was passiert ist; ein Satz genügt.",
    "description-long":
      "Das ist länger, als wir annehmen können. Kürzen Sie den Text, oder schicken Sie den langen Teil später im Gespräch.",
    "answer-missing": "Das wird hier gebraucht. Ein paar Worte genügen.",
    "files-missing": "Hängen Sie hier mindestens eine Datei an.",
    "product-missing": "Wählen Sie, worum es geht.",
    "severity-missing": "Wählen Sie den Schweregrad.",
    "impact-missing": "Schreiben Sie einen Satz, oder wählen Sie „Das weiß ich noch nicht“.",
    "impact-long": "Das ist länger, als wir annehmen können. Kürzen Sie den Text.",
    "not-all-confirmed":
      "Ein Anliegen dieser Art nehmen wir nur, wenn alles davon zutrifft. Bestätigen Sie alles, oder wählen Sie eine andere Art.",
    unconfirmed: "Bestätigen Sie bitte, was bei Ihnen zutrifft.",
  },

  draftKept: "Entwurf gesichert",
  draftHere: "Entwurf nur in diesem Tab gesichert; der Support-Server ist nicht erreichbar.",
  draftSaving: "Entwurf wird gesichert.",

  sentTitle: (number) => `Ticket ${number} ist bei uns`,
  sentRouted: (number, place) => `Ihre Anfrage ${number} ging an ${place}`,
  sentWhere: (mail) => `Die Antwort lesen Sie hier und unter ${mail}.`,
  sentFlagged: "Ein Mensch sieht sich zuerst den Schweregrad an und begründet Ihnen jede Änderung.",
  openTicket: "Ticket öffnen",
  writeAnother: "Noch eins schreiben",
  done: "Schließen",

  notSentTitle: "Nicht gesendet. Ihr Text ist gesichert.",
  notSent: {
    unreachable: "Der Support-Server war nicht erreichbar.",
    "signed-out":
      "Ihre Anmeldung in der Konsole ist abgelaufen. Melden Sie sich dort neu an, und versuchen Sie es dann hier noch einmal.",
  },
  leavesOnReturn: "Kommt die Verbindung binnen 5 Minuten zurück, wird das Ticket von selbst gesendet.",
  copyText: "Text kopieren",
  byMail: "Stattdessen eine Mail schreiben",
  inPortal: "Portal öffnen",

  mailFor: (mail) => rich`Schreiben Sie an ${mail}.`,
};
