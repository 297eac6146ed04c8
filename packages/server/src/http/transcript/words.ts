import type { PageLocale } from "../pages/page-locale.ts";

/** What a transcript says around the words of its people. */
export type TranscriptWords = {
  readonly title: (number: number, subject: string) => string;
  readonly madeOn: (at: string) => string;
  readonly madeWithNotes: (at: string) => string;
  readonly masked: string;
  readonly facts: {
    readonly opened: string;
    readonly people: string;
    readonly state: string;
    readonly kind: string;
    readonly severity: string;
    readonly place: string;
    readonly policy: string;
    readonly outcome: string;
    readonly notCovered: string;
    readonly impact: string;
    readonly sentAlong: string;
  };
  readonly exclusion: (number: number, text: string) => string;
  readonly noPart: (category: string) => string;
  readonly isAbout: (what: string) => string;
  readonly clause: (title: string, version: string) => string;
  readonly states: Readonly<Record<string, string>>;
  readonly promises: string;
  readonly noPromise: string;
  readonly metrics: Readonly<Record<string, string>>;
  readonly firmness: Readonly<Record<string, string>>;
  readonly due: (at: string) => string;
  readonly running: string;
  readonly paused: string;
  readonly kept: (at: string) => string;
  readonly missed: (at: string) => string;
  readonly late: string;
  readonly withdrawn: string;
  readonly cancelled: string;
  readonly conversation: string;
  readonly authors: Readonly<Record<"customer" | "agent" | "automation" | "ai", string>>;
  readonly note: string;
  readonly erased: string;
  readonly files: string;
  readonly events: {
    readonly severity: (by: string, from: string, to: string) => string;
    readonly dueMoved: (from: string, to: string) => string;
    readonly noTime: string;
    readonly resolved: (by: string, outcome: string) => string;
    readonly planChanged: (plan: string) => string;
    readonly breached: string;
    readonly corrected: string;
    readonly looked: (by: string, author: string, at: string) => string;
    readonly objected: (by: string, wants: string) => string;
    readonly objectionEnded: (by: string) => string;
    readonly worsened: (by: string) => string;
    readonly wordGiven: (by: string, at: string) => string;
    readonly wordMoved: (by: string, from: string, to: string) => string;
    readonly wordKept: (at: string) => string;
    readonly wordMissed: (at: string) => string;
    readonly asked: (by: string) => string;
    readonly reopened: (by: string) => string;
    readonly closed: string;
    readonly closedWithWindow: string;
    readonly causeAsked: (by: string) => string;
    readonly causeDeclined: (by: string) => string;
    readonly causePublished: (nth: string) => string;
    readonly merged: (into: string) => string;
    readonly brought: (number: number) => string;
    readonly releaseOut: (name: string) => string;
    readonly wishNoted: (by: string, title: string) => string;
    readonly wishPlanned: (title: string, release: string) => string;
    readonly wishBack: (title: string) => string;
    readonly wishOut: (title: string, release: string | null) => string;
    readonly wishDeclined: (title: string) => string;
    readonly reason: (reason: string) => string;
  };
};

const en: TranscriptWords = {
  title: (number, subject) => `Ticket ${number}: ${subject}`,
  madeOn: (at) => `Copy made on ${at}. Public messages only; later ones are in the portal.`,
  madeWithNotes: (at) => `Copy made on ${at}, with internal notes. Not for the customer.`,
  masked: "Secrets that were recognised are masked, as on every screen.",
  facts: {
    opened: "Opened",
    people: "People",
    state: "State",
    kind: "Kind",
    severity: "Severity",
    place: "Where",
    policy: "Support policy",
    outcome: "Outcome",
    notCovered: "Why it is not covered",
    impact: "Business impact",
    sentAlong: "Sent along",
  },
  exclusion: (number, text) => `Exclusion ${number}: ${text}.`,
  noPart: (category) => `“${category}” is no part of support.`,
  isAbout: (what) => `It is about: ${what}.`,
  clause: (title, version) => `Policy of ${version}, “${title}”.`,
  states: {
    open: "open",
    "waiting-on-us": "with the support team",
    "waiting-on-customer": "with the customer",
    resolved: "resolved",
    closed: "closed",
    merged: "merged into another ticket",
  },
  promises: "Promises, and how they were kept",
  noPromise: "No reply time was promised for this ticket.",
  metrics: { "first-response": "First reply", "next-response": "Next reply", "update-every": "Updates" },
  firmness: {
    commitment: "commitment",
    target: "target",
    expectation: "expectation",
    aspiration: "aim",
    "best-effort": "best effort",
    "per-contract": "by contract",
    unstated: "no time stated",
    none: "no promised time",
  },
  due: (at) => `due ${at}`,
  running: "not due yet",
  paused: "waiting for the customer",
  kept: (at) => `kept, answered ${at}`,
  missed: (at) => `answered late, ${at}`,
  late: "late, not answered yet",
  withdrawn: "withdrawn",
  cancelled: "no longer applies",
  conversation: "Conversation",
  authors: { customer: "customer", agent: "support", automation: "automatic", ai: "written by a machine" },
  note: "internal note",
  erased: "This text was erased on request.",
  files: "Files",
  events: {
    severity: (by, from, to) => `${by} changed the severity from ${from} to ${to}.`,
    dueMoved: (from, to) => `Due moved from ${from} to ${to}.`,
    noTime: "no time",
    resolved: (by, outcome) => `${by} ended the ticket: ${outcome}.`,
    planChanged: (plan) => `The support plan changed to ${plan}.`,
    breached: "The promised time passed without a reply.",
    corrected: "The breach noted before was wrong and is corrected.",
    looked: (by, author, at) => `${by} looked at the masked part of what ${author} wrote on ${at}.`,
    objected: (by, wants) =>
      wants === ""
        ? `${by} objected to the severity.`
        : `${by} objected to the severity and asked for ${wants}.`,
    objectionEnded: (by) => `${by} ended the objection with a decision.`,
    worsened: (by) => `${by} said that it got worse.`,
    wordGiven: (by, at) => `${by} promised a next word by ${at}.`,
    wordMoved: (by, from, to) => `${by} moved the promised next word from ${from} to ${to}.`,
    wordKept: (at) => `The word promised by ${at} came in time.`,
    wordMissed: (at) => `The word promised by ${at} did not come in time.`,
    asked: (by) => `${by} asked for what is needed to go on.`,
    reopened: (by) => `${by} opened the ticket again, because something is still needed.`,
    closed: "Closed, since no answer came.",
    closedWithWindow: "Closed, since the time to open it again was over.",
    causeAsked: (by) => `${by} asked for the root cause.`,
    causeDeclined: (by) => `${by} declined to write down the root cause.`,
    causePublished: (nth) => `The root cause was published, version ${nth}.`,
    merged: (into) => `Merged into ticket ${into}.`,
    brought: (number) => `Came from ticket ${number} when the two were merged.`,
    releaseOut: (name) => `Release ${name} is out.`,
    wishNoted: (by, title) => `${by} noted the ticket as “${title}”.`,
    wishPlanned: (title, release) => `“${title}” is planned for release ${release}.`,
    wishBack: (title) => `“${title}” is no longer planned.`,
    wishOut: (title, release) =>
      release === null ? `“${title}” is out.` : `“${title}” is out with release ${release}.`,
    wishDeclined: (title) => `We decided against “${title}”.`,
    reason: (reason) => `In their words: ${reason}`,
  },
};

const de: TranscriptWords = {
  title: (number, subject) => `Ticket ${number}: ${subject}`,
  madeOn: (at) => `Kopie vom ${at}. Nur öffentliche Nachrichten; spätere stehen im Portal.`,
  madeWithNotes: (at) => `Kopie vom ${at}, mit internen Notizen. Nicht für den Kunden.`,
  masked: "Erkannte Geheimnisse sind maskiert, wie auf jedem Bildschirm.",
  facts: {
    opened: "Eröffnet",
    people: "Personen",
    state: "Stand",
    kind: "Art",
    severity: "Schweregrad",
    place: "Wo",
    policy: "Support-Regeln",
    outcome: "Ergebnis",
    notCovered: "Warum das nicht abgedeckt ist",
    impact: "Auswirkung auf das Geschäft",
    sentAlong: "Mitgesendet",
  },
  exclusion: (number, text) => `Ausschluss ${number}: ${text}.`,
  noPart: (category) => `„${category}“ gehört nicht zum Support.`,
  isAbout: (what) => `Es geht um: ${what}.`,
  clause: (title, version) => `Richtlinie vom ${version}, „${title}“.`,
  states: {
    open: "offen",
    "waiting-on-us": "beim Support",
    "waiting-on-customer": "beim Kunden",
    resolved: "gelöst",
    closed: "geschlossen",
    merged: "in ein anderes Ticket überführt",
  },
  promises: "Zusagen, und wie sie gehalten wurden",
  noPromise: "Für dieses Ticket war keine Antwortzeit zugesagt.",
  metrics: {
    "first-response": "Erste Antwort",
    "next-response": "Nächste Antwort",
    "update-every": "Zwischenstände",
  },
  firmness: {
    commitment: "Zusage",
    target: "Ziel",
    expectation: "Erwartung",
    aspiration: "Bestreben",
    "best-effort": "nach Möglichkeit",
    "per-contract": "laut Vertrag",
    unstated: "keine Zeit genannt",
    none: "keine zugesagte Zeit",
  },
  due: (at) => `fällig ${at}`,
  running: "noch nicht fällig",
  paused: "wartet auf den Kunden",
  kept: (at) => `gehalten, beantwortet ${at}`,
  missed: (at) => `zu spät beantwortet, ${at}`,
  late: "verspätet, noch nicht beantwortet",
  withdrawn: "zurückgenommen",
  cancelled: "gilt nicht mehr",
  conversation: "Unterhaltung",
  authors: { customer: "Kunde", agent: "Support", automation: "automatisch", ai: "maschinell geschrieben" },
  note: "interne Notiz",
  erased: "Dieser Text wurde auf Wunsch gelöscht.",
  files: "Dateien",
  events: {
    severity: (by, from, to) => `${by} hat den Schweregrad von ${from} auf ${to} geändert.`,
    dueMoved: (from, to) => `Fälligkeit von ${from} auf ${to} verschoben.`,
    noTime: "keine Zeit",
    resolved: (by, outcome) => `${by} hat das Ticket beendet: ${outcome}.`,
    planChanged: (plan) => `Der Support-Tarif ist jetzt ${plan}.`,
    breached: "Die zugesagte Zeit verstrich ohne Antwort.",
    corrected: "Der Vermerk, die Zeit sei verstrichen, war falsch und ist berichtigt.",
    looked: (by, author, at) =>
      `${by} hat den maskierten Teil dessen angesehen, was ${author} am ${at} schrieb.`,
    objected: (by, wants) =>
      wants === ""
        ? `${by} hat dem Schweregrad widersprochen.`
        : `${by} hat dem Schweregrad widersprochen und ${wants} verlangt.`,
    objectionEnded: (by) => `${by} hat über den Widerspruch entschieden.`,
    worsened: (by) => `${by} hat gemeldet, dass es schlimmer wurde.`,
    wordGiven: (by, at) => `${by} hat ein nächstes Wort bis ${at} zugesagt.`,
    wordMoved: (by, from, to) => `${by} hat das zugesagte nächste Wort von ${from} auf ${to} verschoben.`,
    wordKept: (at) => `Das bis ${at} zugesagte Wort kam rechtzeitig.`,
    wordMissed: (at) => `Das bis ${at} zugesagte Wort kam nicht rechtzeitig.`,
    asked: (by) => `${by} hat um das gebeten, was zum Weiterarbeiten fehlt.`,
    reopened: (by) => `${by} hat das Ticket wieder geöffnet, weil noch etwas gebraucht wird.`,
    closed: "Geschlossen, weil keine Antwort kam.",
    closedWithWindow: "Geschlossen, weil die Zeit um war, es wieder zu öffnen.",
    causeAsked: (by) => `${by} hat nach der Ursache gefragt.`,
    causeDeclined: (by) => `${by} hat abgelehnt, die Ursache aufzuschreiben.`,
    causePublished: (nth) => `Die Ursache wurde veröffentlicht, Fassung ${nth}.`,
    merged: (into) => `In Ticket ${into} überführt.`,
    brought: (number) => `Kam aus Ticket ${number}, als die beiden zusammengelegt wurden.`,
    releaseOut: (name) => `Version ${name} ist da.`,
    wishNoted: (by, title) => `${by} hat das Ticket als „${title}“ notiert.`,
    wishPlanned: (title, release) => `„${title}“ ist für Version ${release} geplant.`,
    wishBack: (title) => `„${title}“ ist nicht mehr geplant.`,
    wishOut: (title, release) =>
      release === null ? `„${title}“ ist da.` : `„${title}“ ist mit Version ${release} da.`,
    wishDeclined: (title) => `Wir haben uns gegen „${title}“ entschieden.`,
    reason: (reason) => `Im Wortlaut: ${reason}`,
  },
};

export const TRANSCRIPT_WORDS: Readonly<Record<PageLocale, TranscriptWords>> = { en, de };
