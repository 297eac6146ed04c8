import { rich } from "../rich.ts";
import type { AroundWords } from "../words.ts";

/** What happened around the conversation of a ticket, in German. */
export const around: AroundWords = {
  somebody: "Jemand",
  handedBack: {
    away: "Das Ticket ging zurück in die Warteschlange, weil der Agent abwesend ist",
    deactivated: "Das Ticket ging zurück in die Warteschlange, weil der Agent das Desk verlassen hat",
  },
  followerAdded: (by, who) => `${by} hat ${who} zum Ticket hinzugefügt`,
  followerJoined: (who) => `${who} folgt dem Ticket`,
  followerRemoved: (by, who) => `${by} hat ${who} vom Ticket genommen`,
  followerLeft: (who) => `${who} folgt dem Ticket nicht mehr`,
  restricted: (by) =>
    `${by} hat das Ticket beschränkt: Nur seine Beteiligten sowie Owner und Admins der Organisation können es lesen`,
  unrestricted: (by) => `${by} hat das Ticket wieder für die ganze Organisation geöffnet`,
  objected: (by, severity) => rich`${by} hat ${severity} widersprochen`,
  objectedWanting: (by, severity, wants) =>
    rich`${by} hat ${severity} widersprochen und hält ${wants} für richtig`,
  ownsObjection: (owner) => `Der Widerspruch liegt bei ${owner} zur Entscheidung`,
  objectionHandedOn: (owner) =>
    owner === ""
      ? "Wer über den Widerspruch zu entscheiden hatte, hat das Desk verlassen; eine Teamleitung übernimmt ihn"
      : `Wer über den Widerspruch zu entscheiden hatte, hat das Desk verlassen; jetzt entscheidet ${owner}`,
  adviceLapsed: (leads) => `${leads} hat das Desk verlassen, bevor ein Rat zum Widerspruch kam`,
  tookObjection: (by) => `${by} hat den Widerspruch zur Entscheidung übernommen`,
  gaveObjection: (by, owner) => `${by} hat den Widerspruch ${owner} zur Entscheidung gegeben`,
  askedAdvice: (by, leads) => `${by} hat ${leads} um Rat zum Widerspruch gebeten`,
  advised: (by) => `${by} hat zum Widerspruch geraten`,
  upheld: (by, severity) => rich`${by} hat über den Widerspruch entschieden: Es bleibt bei ${severity}`,
  changed: (by, severity) => rich`${by} hat über den Widerspruch entschieden: Es ist jetzt ${severity}`,
  objectionTakenBack: (by) => `${by} hat den Widerspruch zurückgenommen`,
  worsened: (by) => `${by} sagt, dass es schlimmer wurde, und bittet um eine Teamleitung`,
  worsenedTo: (by, from, to) =>
    rich`${by} sagt, dass es schlimmer wurde, bittet um eine Teamleitung und hält ${to} statt ${from} für richtig`,
  leadAnswered: (by) => `${by} hat sich als Teamleitung darum gekümmert`,
  wordGiven: (by, when) => rich`${by} hat die nächste Nachricht bis ${when} zugesagt`,
  wordMoved: (by, from, to) =>
    rich`${by} hat die Zusage der nächsten Nachricht von ${from} auf ${to} verschoben`,
  wordWithdrawn: (by) => `${by} hat die Zusage einer nächsten Nachricht zurückgenommen`,
  wordHandedTo: (who, isAway) =>
    `Wer die nächste Nachricht zugesagt hat, ${isAway ? "ist abwesend" : "hat das Desk verlassen"}; die Zusage gilt, und ${who} hält sie`,
  wordIsTeams: (isAway) =>
    `Wer die nächste Nachricht zugesagt hat, ${isAway ? "ist abwesend" : "hat das Desk verlassen"}; die Zusage gilt, und das Team hält sie`,
  wordReminded: (when) => rich`Erinnerung: Die nächste Nachricht ist bis ${when} zugesagt`,
  wordKept: (when) => rich`Die bis ${when} zugesagte nächste Nachricht kam rechtzeitig`,
  wordMissed: (when) => rich`Die bis ${when} zugesagte nächste Nachricht kam nicht rechtzeitig`,
  askedFor: (by) => `${by} hat um das gebeten, was noch fehlt`,
  remindedNth: (nth) => `Erinnerung ${nth}: Wir warten auf eine Antwort`,
  remindedClosing: (nth, when) =>
    rich`Erinnerung ${nth}: Wir warten auf eine Antwort; ohne sie schließt das Ticket ${when}`,
  reopened: (by) => `${by} hat das Ticket wieder geöffnet, weil noch etwas gebraucht wird`,
  closedSilent: (since) => rich`Das Ticket wurde geschlossen, weil seit ${since} keine Antwort kam`,
  closedWithWindow: (since) =>
    rich`Das Ticket wurde geschlossen: Es endete am ${since}, und die Zeit, es wieder zu öffnen, ist um`,
  videoAsked: (by) => `${by} hat um ein Videogespräch gebeten`,
  videoGranted: (by, when, minutes) => rich`${by} hat das Videogespräch angesetzt: ${when}, ${minutes} min`,
  videoDeclined: (by) => `${by} hat das Videogespräch abgelehnt`,
  videoCancelled: (by) => `${by} hat das Videogespräch abgesagt`,
  linked: {
    related: (by, to) => `${by} hat das Ticket mit ${to} verknüpft`,
    "duplicate-of": (by, to) => `${by} hat das Ticket als Duplikat von ${to} vermerkt`,
    "has-duplicate": (by, to) => `${by} hat ${to} als Duplikat dieses Tickets vermerkt`,
    "follow-up-of": (by, to) => `${by} hat weitergeschrieben; dieses Ticket folgt auf ${to}`,
    "has-follow-up": (by, to) => `${by} hat weitergeschrieben; ${to} folgt auf dieses Ticket`,
    "split-from": (by, to) => `${by} hat dieses Ticket aus einer Nachricht in ${to} gemacht`,
    "has-split-off": (by, to) =>
      `${by} hat das Ticket mit ${to} verknüpft, das aus einer Nachricht hier entstand`,
    "caused-by": (by, to) => `${by} hat ${to} als Ursache dieses Tickets vermerkt`,
    "cause-of": (by, to) => `${by} hat dieses Ticket als Ursache von ${to} vermerkt`,
  },
  unlinked: (by, to) => `${by} hat die Verknüpfung mit ${to} entfernt`,
  consentGiven: (by, projects, until) =>
    rich`${by} erlaubt dem Support-Team bis ${until} einen Blick in die Daten von ${projects}`,
  consentWithdrawn: (by) => `${by} hat die Erlaubnis zum Blick in die Daten zurückgenommen`,
  consentUsed: (by, project) => `${by} hat in die Daten von ${project} gesehen`,
  ratedGood: (by) => `${by} sagt, dass das geholfen hat`,
  ratedBad: (by) => `${by} sagt, dass das nicht geholfen hat`,
  hidden: (by, until) => rich`${by} hat das Ticket bis ${until} aus der Warteschlange genommen`,
  shownAgain: "Das Ticket steht wieder in der Warteschlange",
  shownBy: (by) => `${by} hat das Ticket wieder in die Warteschlange gestellt`,
  merged: (by, into) => `${by} hat das Ticket zusammengelegt; es geht in ${into} weiter`,
  absorbed: (by, number) => `${by} hat Ticket ${number} mit diesem zusammengelegt`,
  broughtFrom: (number) => `Kam aus Ticket ${number}, als die beiden zusammengelegt wurden.`,
  causeAsked: (by) => `${by} hat nach der Ursache gefragt`,
  causeDeclined: (by) => `${by} hat abgelehnt, die Ursache aufzuschreiben`,
  causePublished: (nth) => `Die Ursache wurde veröffentlicht, Fassung ${nth}`,
  causePublishedOf: (nth, incident) =>
    `Die Ursache der Störung ${incident} wurde veröffentlicht, Fassung ${nth}`,
  splitOff: (by, into) => `${by} hat aus einer Nachricht hier ein eigenes Ticket gemacht: ${into}`,
  written: {
    reason: (text) => `Begründung: ${text}`,
    note: (text) => `Notiz für die Übernahme: ${text}`,
    advice: (text) => `Rat: ${text}`,
    about: (text) => `Es geht um: ${text}`,
    items: (text) => `Erbeten: ${text}`,
    remark: (text) => `Anmerkung: ${text}`,
  },
};
