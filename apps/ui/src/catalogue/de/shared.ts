import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { SharedWords } from "../words.ts";
import { answers } from "./answers.ts";
import { files } from "./files.ts";

/** Words that more than one app says, in German. */
export const shared: SharedWords = {
  send: "Senden",
  cancel: "Abbrechen",
  close: "Schließen",
  copy: "Kopieren",
  copyText: "Meinen Text kopieren",
  copied: "Kopiert",
  tryAgain: "Erneut versuchen",
  more: "Mehr",
  signIn: "Anmelden",
  signOut: "Abmelden",
  show: "Zeigen",
  optional: "freiwillig",

  yourTime: "Ihrer Zeit",
  you: "Sie",
  utc: "UTC",
  desk: "Support-Team",
  customer: "Kunde",
  policyZone: "Support-Regeln",
  timesOf: (short) => `${short}: derselbe Zeitpunkt anderswo`,
  copyTime: "Diese Zeit kopieren",
  minutes: (count) => `${count} Min.`,
  hours: (count) => `${count} Std.`,
  days: (count) => counted("de", count, "Tag", "Tage"),
  justNow: "eben erst",
  lessThanAMinute: "weniger als eine Minute",
  since: (when) => rich`seit ${when}`,
  endOfDay: (day, clock, city) => `Dienstschluss am ${day} (${clock} in ${city})`,

  firmness: {
    commitment: "Zusage",
    target: "Zielzeit",
    expectation: "Erwartung",
    aspiration: "Ziel",
    "best-effort": "Nach Kräften",
    "per-contract": "Laut Vertrag",
    unstated: "Keine Zeit genannt",
    none: "Keine zugesagte Zeit",
  },
  severityOf: (rank) => `Schweregrad ${rank}`,
  basis: (firmness, target, severity, plan) =>
    `${firmness}: ${[target, severity, plan].filter((part) => part !== "").join(", ")}.`,
  willReplyBefore: (when) => rich`Wir antworten vor ${when}.`,
  willReplyBy: (when) => rich`Wir antworten bis ${when}.`,
  usuallyReplyBefore: (when) => rich`Normalerweise antworten wir vor ${when}.`,
  usuallyReplyBy: (when) => rich`Normalerweise antworten wir bis ${when}.`,
  hoursUnknown:
    "Wir schulden Ihnen eine Antwort, aber unsere Geschäftszeiten richten sich nach Ihrem Ort, und den kennen wir noch nicht. Ein Mensch liest es trotzdem.",
  noPromisedTime: "Dafür ist keine Antwortzeit zugesagt. Ein Mensch liest es trotzdem.",
  weAreLate: (when) => rich`Wir sind zu spät. Zugesagt war eine Antwort vor ${when}.`,
  takesLonger: (when) =>
    rich`Es dauert länger als üblich: Wir wollten bis ${when} antworten. Ihr Anliegen ist nicht verloren.`,
  lateNext: (name) =>
    name === null
      ? "Das ganze Team sieht es jetzt als verspätet. Sie müssen nichts tun; die Verspätung bleibt vermerkt."
      : `${name} hat es jetzt. Sie müssen nichts tun; die Verspätung bleibt vermerkt.`,
  longerNext: (name) =>
    name === null
      ? "Das ganze Team sieht, dass es länger dauert als erwartet. Sie müssen nichts tun."
      : `${name} hat es jetzt. Sie müssen nichts tun.`,
  promiseKept: (answered, due) => rich`Zusage gehalten: beantwortet ${answered}; fällig war es ${due}.`,
  answeredAsExpected: (answered, due) => rich`Beantwortet ${answered}; erwartet war es ${due}.`,
  answeredOn: (answered) => rich`Beantwortet ${answered}.`,
  answeredLate: (duration) =>
    `Wir haben ${duration} nach der zugesagten Zeit geantwortet; das bleibt so vermerkt.`,
  answeredLaterThanExpected: (duration) => `Wir haben ${duration} später geantwortet als erwartet.`,
  weWaitForYou: "Wir warten auf Ihre Antwort. Solange steht unsere Uhr.",
  promiseWithdrawn:
    "Die zugesagte Zeit gilt nicht mehr, weil der Tarif, aus dem sie stammt, oder der Support selbst endete.",
  promiseCancelled: "Die zugesagte Zeit gilt nicht mehr.",

  due: (when) => rich`fällig ${when}`,
  expected: (when) => rich`erwartet ${when}`,
  left: (duration) => `noch ${duration}`,
  openTimeLeft: (duration) => `noch ${duration} Servicezeit`,
  wallTimeLeft: (duration) => `${duration} auf der Uhr`,
  theirTurn: "Kunde am Zug",
  kept: "gehalten",
  keptEarly: (duration) => `gehalten, ${duration} vor der Zeit`,
  answeredEarly: (duration) => `beantwortet, ${duration} früher als erwartet`,
  lateBy: (duration) => `${duration} zu spät`,
  wasDue: (when) => rich`war fällig ${when}`,
  wasExpected: (when) => rich`war erwartet ${when}`,
  longerBy: (duration) => `${duration} länger als erwartet`,
  answeredLateBy: (duration) => `${duration} zu spät beantwortet`,
  withdrawn: "entfallen: Abonnement beendet",
  cancelled: "aufgehoben",
  hoursNotKnown: "Zeiten noch unbekannt",
  noTime: "keine zugesagte Zeit",
  answeredNoTime: "beantwortet",

  whyThisTime: "Warum diese Zeit?",
  receiptTitle: "Wie diese Zeit zustande kommt",
  receiptDue: (policyTime, ownTime) => `Fällig ${policyTime}, für Sie ${ownTime}`,
  receiptExpected: (policyTime, ownTime) => `Erwartet ${policyTime}, für Sie ${ownTime}`,
  receiptDueSame: (time) => `Fällig ${time}`,
  receiptExpectedSame: (time) => `Erwartet ${time}`,
  inCity: (time, city) => `${time} in ${city}`,
  whenIn: (city) => `Wann (${city})`,
  counts: "Zählt",
  why: "Warum",
  sumOf: (target) => `Summe (Ziel: ${target})`,
  nothing: "nichts",
  rowReason: {
    open: "offen",
    closed: "kein Geschäftstag",
    holiday: "geschlossen",
    special: "besondere Zeiten",
    break: "Pause",
    paused: "wartet auf den Kunden",
    gap: "kein Abonnement",
  },
  closedNamed: (name) => `geschlossen: ${name}`,
  namedHours: (reason, name) => `${reason}: ${name}`,
  beforeOpening: "um diese Zeit geschlossen",
  dueInStrip: "fällig",
  showFolded: "Anzeigen",
  policyLine: (version, clause) => `Support-Regeln ${version}, „${clause}“`,
  policyChangedOn: (when) => rich`Die Support-Regeln haben sich am ${when} geändert.`,
  whatChanged: "Was sich geändert hat",
  policyVersion: (version) => `Support-Regeln ${version}`,
  calendarLine: (name, version) => `Kalender ${name}, Fassung ${version}`,
  strictly: "Eine Antwort genau zu dieser Zeit wäre zu spät.",
  inTime: "Eine Antwort genau zu dieser Zeit ist noch rechtzeitig.",
  json: "JSON",
  copyReceipt: "Kopieren",
  receiptSentence: (from, due, target, open, skipped) =>
    `Gezählt ab ${from}: ${target} Servicezeit in ${counted("de", open, "Abschnitt", "Abschnitten")}, ${counted("de", skipped, "geschlossener Abschnitt", "geschlossene Abschnitte")} übersprungen; das führt zu ${due}.`,
  dueMoved: (from, to) => rich`Fälligkeit von ${from} auf ${to} verschoben`,

  notYetAssessed: "noch nicht eingestuft",
  customerChose: (name) => `vom Kunden gewählt: ${name}`,
  proposedBecause: "Weil dies zutrifft:",
  proposedFrom: "Gestützt auf:",
  notProposed: (severity) => rich`Nicht ${severity}, weil:`,
  factNo: "nein",
  factSources: {
    customer: "im Formular angegeben",
    directory: "aus der Konsole bekannt",
    category: "aus der Art der Anfrage",
    incident: "aus den offenen Störungen",
  },
  plan: "Tarif",
  noPlan: "kein Support-Tarif",

  loading: "Wird geladen.",
  loadingStill: "Das dauert länger als üblich. Nichts ist verloren; es wird noch geladen.",
  offlineSince: (clock) => `Keine Verbindung seit ${clock}. Was Sie schreiben, bleibt erhalten.`,
  staleAsOf: (when) => rich`Stand ${when}; Neueres kam nicht an.`,
  failedTitle: "Das hat nicht geklappt",
  notFoundTitle: "Nicht gefunden",
  requestId: "Anfrage",
  copyRequestId: "Anfragenummer kopieren",
  clauseLine: (title, version) => `Support-Regeln, „${title}“, ${version}`,

  conversation: "Gespräch",
  timeline: "Verlauf",
  authorYou: "Sie",
  byAutomation: "automatisch gesendet",
  byAi: "von einer Maschine geschrieben",
  erased: "Dieser Text wurde auf Wunsch gelöscht.",
  noteNotice: "Intern. Der Kunde sieht das nie.",
  showWhole: "Ganz anzeigen",
  showLess: "Weniger anzeigen",
  events: {
    issueConfirmed: (by) => `${by} hat es als Fehler bestätigt`,
    misuseMarked: (by) => `${by} hat es als Missbrauch des Supports markiert`,
    misuseWithdrawn: (by) => `${by} hat die Markierung als Missbrauch zurückgenommen`,
    assigned: (by, to) =>
      to === null
        ? `${by} hat das Ticket in die Warteschlange zurückgelegt`
        : `${by} hat das Ticket an ${to} übergeben`,
    took: (by) => `${by} hat das Ticket übernommen`,
    assessed: (by, to) => `${by} hat den Schweregrad als ${to} eingestuft`,
    reassessed: (by, from, to) => `${by} hat den Schweregrad von ${from} auf ${to} geändert`,
    resolved: (by, outcome) => `${by} hat das Ticket beendet: ${outcome}`,
    planChanged: (plan) => `Der Support-Tarif ist jetzt ${plan}`,
    supportEnded: "Der Support wurde durch eine Entscheidung beendet, und mit ihm die Zusagen des Plans",
    planEnded: "Das Abonnement endete und mit ihm die Zusagen des Tarifs",
    breached: "Die zugesagte Zeit verstrich ohne Antwort",
    outlasted: "Die erwartete Zeit verstrich ohne Antwort",
    incidentLinked: (by, number) => `${by} hat das Ticket der Störung ${number} zugeordnet`,
    incidentUnlinked: (by, number) => `${by} hat das Ticket aus der Störung ${number} herausgenommen`,
    releaseOut: (name) => `Version ${name} ist da, und der Kunde hat es erfahren`,
    wishNoted: (by, title) => `${by} hat das Ticket als „${title}“ notiert`,
    wishLeft: (by, title) => `${by} hat das Ticket aus „${title}“ herausgenommen`,
    wishPlanned: (title, release) => `„${title}“ ist für Version ${release} geplant`,
    wishBack: (title) => `„${title}“ ist nicht mehr geplant`,
    wishOut: (title) => `„${title}“ ist da`,
    wishOutWith: (title, release) => `„${title}“ ist mit Version ${release} da`,
    wishDeclined: (title) => `Wir haben uns gegen „${title}“ entschieden`,
    incidentEnded: (number) => `Störung ${number} ist behoben; gefragt wurde, ob alles in Ordnung ist`,
    corrected: "Der Vermerk, die Zeit sei verstrichen, war falsch und ist berichtigt",
    marks: {
      half: "Die Hälfte der Antwortzeit ist vergangen",
      "four-fifths": "Vier Fünftel der Antwortzeit sind vergangen",
      "last-hour": "Eine Stunde Servicezeit bleibt noch",
    },
    other: (kind, by) => (by === "" ? kind : `${by}: ${kind}`),
  },
  promiseReasons: {
    started: "Die Uhr lief los.",
    "severity-raised": "Der Schweregrad wurde erhöht.",
    "severity-lowered": "Der Schweregrad wurde gesenkt.",
    "severity-restored": "Der Schweregrad ist wieder der frühere.",
    "plan-changed": "Der Support-Tarif änderte sich.",
    "confirmed-in-console": "Das Ticket wurde in der Konsole bestätigt.",
    "policy-changed": "Die Support-Regeln änderten sich.",
    "schedule-changed": "Die Servicezeiten änderten sich.",
    lapsed: "Das Abonnement oder der Support endete.",
    reinstated: "Das Abonnement gilt wieder.",
    resumed: "Die Uhr lief nach dem Warten weiter.",
    merged: "Ein anderes Ticket wurde mit diesem zusammengelegt.",
  },
  reasonGiven: (reason) => `Begründung: ${reason}`,

  notice: {
    same: (to) => `Wir behandeln das als ${to}.`,
    changed: (to, from) => `Wir behandeln das jetzt als ${to} statt als ${from}.`,
    changedBecause: (to, from, reason) =>
      `Wir behandeln das jetzt als ${to} statt als ${from}. Der Grund: ${reason}`,
    raised: (to) => `Wir behandeln das jetzt als ${to}.`,
    dueLater: (to, from) => `Unsere Antwort ist ${to} fällig statt ${from}.`,
    dueEarlier: (to) => `Unsere Antwort ist früher fällig: ${to}.`,
    object: "Wenn Sie das anders sehen, schreiben Sie es hier; die Uhr läuft weiter.",
  },

  state: {
    open: "neu",
    "waiting-on-us": "bei uns",
    "waiting-on-customer": "wartet auf den Kunden",
    resolved: "erledigt",
    closed: "geschlossen",
    merged: "zusammengelegt",
  },

  outcomes: {
    "diagnosis-help": "Hilfe bei der Fehlersuche",
    workaround: "Umweg gefunden",
    "fix-in-release": "In einer Version behoben",
    answered: "Beantwortet",
    declined: "Abgelehnt",
    "out-of-scope": "Vom Support nicht abgedeckt",
    duplicate: "Dasselbe wie ein anderes Ticket",
    incident: "Teil einer bekannten Störung",
    "taken-back": "Vom Kunden zurückgenommen",
    unanswered: "Ohne Antwort geschlossen",
  },

  files,

  answers,

  said: {
    "route-sales": "Darum kümmert sich der Vertrieb, nicht der Support.",
    "idempotency-key-reused":
      "Diese Anfrage wurde schon mit anderem Inhalt gesendet. Bitte senden Sie sie noch einmal neu.",
    "not-a-member": "Sie gehören hier nicht zu dieser Organisation. Fragen Sie deren Eigentümer.",
    "file-missing":
      "Eine der Dateien ist für Sie nicht da: Sie wurde schon gesendet, zurückgenommen oder wartete länger als einen Tag. Hängen Sie sie neu an.",
    "file-too-large": "Diese Datei ist zu groß. Senden Sie einen Teil davon, oder packen Sie sie.",
    "file-type-refused": "Dateien dieser Art werden hier nicht angenommen.",
    "too-many-files": "Das sind zu viele Dateien für eine Nachricht. Senden Sie einige mit der nächsten.",
    "too-many-waiting":
      "Von Ihnen warten schon viele Dateien, die keine Nachricht mitgenommen hat. Senden Sie einige, oder nehmen Sie sie heraus.",
    "upload-broken-off":
      "Die Übertragung brach ab, und nichts davon wurde behalten. Senden Sie die Datei noch einmal.",
    "objection-open":
      "Der Kunde widerspricht diesem Schweregrad. Wer über den Widerspruch entscheidet, beendet ihn dort mit Begründung; daneben ändert niemand den Schweregrad.",
    "objection-open-raise":
      "Der Kunde widerspricht diesem Schweregrad und sagt, dass es schlimmer wurde: Neben dem Widerspruch kann er nur steigen. Für alles andere entscheiden Sie über den Widerspruch.",
    "own-assessment":
      "Sie haben diesen Schweregrad eingestuft, deshalb entscheidet jemand anderes über den Widerspruch. Bitten Sie eine Teamleitung darum.",
    "not-the-decider":
      "Darüber entscheidet, bei wem der Widerspruch liegt, oder eine Teamleitung oder Administration. Fragen Sie dort.",
    "objected-already": "Ihr Widerspruch ist schon bei uns. Sie bekommen eine Entscheidung mit Begründung.",
    "not-assessed":
      "Den Schweregrad hat noch niemand eingestuft: Es gilt Ihre eigene Wahl. Wurde es schlimmer, sagen Sie es.",
    "lead-asked":
      "Eine Teamleitung ist schon gebeten. Schreiben Sie als Nachricht, was sich geändert hat; sie liest es.",
    "cause-asked": "Nach der Ursache ist schon gefragt. Sie erfahren per Mail, wenn sie veröffentlicht ist.",
    "cause-published":
      "Die Ursache ist veröffentlicht: Sie steht an diesem Ticket. Wenn etwas fehlt, schreiben Sie.",
    "cause-not-offered": "Die Support-Regeln bieten Ihnen keine Darstellung der Ursache.",
    "document-changed":
      "Jemand hat dieses Dokument inzwischen gespeichert. Lesen Sie, was dort steht, dann speichern oder verwerfen Sie Ihres.",
    "document-there": "Dazu gibt es schon ein Dokument. Öffnen Sie es, und schreiben Sie dort.",
    "video-asked": "Um ein Videogespräch wurde zu diesem Ticket schon gebeten.",
    "no-video": "Diese Support-Regeln bieten kein Videogespräch.",
    "plan-without-video": "Videogespräche gehören nicht zu Ihrem Tarif.",
    merged: "Dieses Ticket wurde schon zusammengelegt.",
    "not-asked": "Hier hat Sie niemand um Rat gebeten. Schreiben Sie stattdessen eine interne Notiz.",
    "two-leads-asked": "Zwei sind schon um Rat gebeten. Entscheiden Sie mit dem, was sie sagen.",
    "no-objection": "Zu diesem Ticket steht kein Widerspruch mehr. Vielleicht hat ihn jemand beendet.",
    "no-lead-asked": "In diesem Ticket wartet niemand auf eine Teamleitung.",
    "no-word": "In diesem Ticket ist keine nächste Nachricht zugesagt.",
    "past-a-warning": "Vorher kommt noch eine Warnung zu diesem Ticket. Nehmen Sie eine frühere Zeit.",
    "no-consent":
      "Der Kunde hat für dieses Projekt keinen Blick in die Daten erlaubt, oder die Zeit ist um. Bitten Sie im Ticket darum.",
    "no-video-here": "Zu diesem Ticket steht kein Videogespräch. Vielleicht hat jemand darüber entschieden.",
    "not-yours-to-take-off":
      "Vom Ticket nehmen kann jemanden nur die Person selbst, wer es eröffnet hat, ein Eigentümer oder ein Admin.",
    "not-yours-to-restrict":
      "Wer das Ticket sieht, ändert nur, wer es eröffnet hat, ein Eigentümer oder ein Admin.",
    "no-plan-for-new":
      "Der Tarif dieser Organisation nimmt kein neues Ticket. Schreiben Sie in dem alten weiter.",
    "objection-on-both":
      "An beiden Tickets steht ein Widerspruch gegen den Schweregrad. Entscheiden Sie zuerst über einen davon.",
    "meeting-on-both":
      "An beiden Tickets ist ein Videogespräch erbeten oder zugesagt. Lehnen Sie zuerst eines ab, oder sagen Sie es ab.",
    "word-on-both":
      "An beiden Tickets ist eine nächste Nachricht zugesagt. Halten Sie zuerst eine Zusage, oder nehmen Sie sie zurück.",
    "consent-on-both":
      "An beiden Tickets ist ein Blick in die Daten erlaubt. Legen Sie sie zusammen, wenn eine der Erlaubnisse endet.",
    "goes-on-unseen":
      "Dieses Ticket geht in einem weiter, das nur wenige sehen. Bitten Sie jemanden, der beteiligt ist, Sie hinzuzufügen, oder eröffnen Sie ein eigenes.",
    "only-later-messages": "Zu einem eigenen Ticket wird nur eine spätere Nachricht des Kunden.",
    "split-already": "Diese Nachricht ist schon ein eigenes Ticket.",
    "author-left": "Wer das schrieb, gehört nicht mehr zur Organisation; die Antwort könnte niemand lesen.",
    "survivor-ended": "Das andere Ticket ist beendet. Legen Sie mit einem zusammen, das noch offen ist.",
    "two-organisations":
      "Die beiden gehören zu verschiedenen Organisationen. Verknüpfen Sie sie stattdessen.",
    "own-deactivation":
      "Sich selbst können Sie nicht entfernen. Bitten Sie jemand anderen aus der Administration.",
    "account-exists": "Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich damit an.",
    "issue-confirmed-already": "Dieses Issue ist schon bestätigt. Lesen Sie das Ticket neu.",
    "ended-by-yourself": "Sie haben dieses Ticket selbst beendet, da gibt es von uns nichts zu bewerten.",
    "not-open-waiting-on-us": "Dieses Ticket ist noch nicht beendet.",
    "not-open-waiting-on-customer": "Dieses Ticket ist noch nicht beendet.",
    "not-open-resolved": "Dieses Ticket ist schon beendet. Eine Nachricht von Kundenseite öffnet es wieder.",
    "not-open-closed": "Dieses Ticket ist geschlossen. Weiter geht es mit einer Nachricht von Kundenseite.",
    "not-open-merged":
      "Dieses Ticket wurde zusammengelegt. Weiter geht es in dem, mit dem es zusammengelegt wurde.",
    "reason-missing":
      "Schreiben Sie zuerst die Begründung: Dem Kunden wurde ein anderer Schweregrad genannt, und er liest, warum.",
    "reason-too-short":
      "Diese Begründung erklärt dem Kunden nichts. Schreiben Sie wenigstens einen kurzen Satz.",
    "changed-meanwhile":
      "Das Ticket hat sich inzwischen geändert. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-somebody": "jemand",
    "meanwhile-wrote":
      "Inzwischen hat [by] eine Nachricht geschrieben. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-noted":
      "Inzwischen hat [by] eine Notiz geschrieben. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-assessed":
      "Inzwischen hat [by] den Schweregrad als [to] eingestuft. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-assigned":
      "Inzwischen hat [by] das Ticket an [to] übergeben. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-took":
      "Inzwischen hat [by] das Ticket übernommen. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-gave-back":
      "Inzwischen hat [by] das Ticket in die Warteschlange zurückgelegt. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-ended":
      "Inzwischen hat [by] das Ticket beendet. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-merged":
      "Inzwischen hat [by] das Ticket mit einem anderen zusammengelegt. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-granted":
      "Inzwischen hat [by] das Videogespräch zugesagt. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-objected":
      "Inzwischen hat [by] dem Schweregrad widersprochen. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "meanwhile-changed":
      "Inzwischen hat [by] das Ticket geändert. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
    "wish-now-noted":
      "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt notiert und nicht geplant. Lesen Sie ihn noch einmal, dann entscheiden Sie.",
    "wish-now-planned":
      "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt geplant. Lesen Sie ihn noch einmal, dann entscheiden Sie.",
    "wish-now-out":
      "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt erfüllt. Lesen Sie ihn noch einmal.",
    "wish-now-declined":
      "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt abgelehnt. Lesen Sie ihn noch einmal.",
    "wish-out":
      "Dieser Wunsch ist schon erfüllt, und wer darum gebeten hat, erfährt es. Antworten Sie dem Kunden damit.",
    "wish-declined":
      "Dieser Wunsch wurde abgelehnt, und wer darum gebeten hat, erfährt den Grund. Notieren Sie einen neuen, wenn sich das geändert hat.",
    "wish-not-planned": "Dieser Wunsch ist notiert und nicht geplant: Es gibt keinen Plan zurückzunehmen.",
    "wish-release-out":
      "Diese Version ist schon da. Sagen Sie, dass der Wunsch erfüllt ist, oder nennen Sie eine, die noch kommt.",
    "wish-planned-so": "Der Wunsch ist schon für diese Version geplant. Mehr ist nicht zu tun.",
    "wish-noted-already": "Dieses Ticket ist schon als Wunsch notiert. Nehmen Sie es zuerst heraus.",
    "wish-left-already": "Dieses Ticket ist nicht mehr als dieser Wunsch notiert. Lesen Sie es noch einmal.",
    "wish-titled-so":
      "Einen Wunsch mit diesem Titel gibt es schon. Wählen Sie ihn, oder einen anderen Titel.",
    "written-meanwhile":
      "Inzwischen hat jemand anderes in diesem Ticket geschrieben. Lesen Sie das erst, dann senden, ändern oder verwerfen Sie Ihren Text.",
    invalid: "Eine Angabe fehlt oder passt nicht.",
    unauthenticated: "Ihre Anmeldung gilt nicht mehr. Melden Sie sich wieder an; Ihr Text bleibt erhalten.",
    forbidden: "Ihre Rolle erlaubt das nicht. Fragen Sie einen Admin.",
    missing:
      "Das haben wir für Sie nicht gefunden. Hat eine Kollegin oder ein Kollege es angelegt, bitten Sie darum, hinzugefügt zu werden.",
    conflict: "Das hat sich inzwischen geändert. Laden Sie es neu und wiederholen Sie den Schritt.",
    limit: "Das waren zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.",
    internal:
      "Das ist unser Fehler, nicht Ihrer. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie uns die Anfragenummer.",
  },
};
