import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { CoverageWords } from "../words.ts";

/** Words of what support covers, in German. */
export const coverage: CoverageWords = {
  notCovered: "Warum der Support das nicht abdeckt",
  exclusionLine: (number, text) => `Ausschluss ${number}: ${text}.`,
  categoryLine: (text) => `„${text}“ gehört nicht zum Support.`,
  namedLine: (what) => `Es geht um: ${what}.`,
  takenBy: (link) => rich`Hier geht es weiter: ${link}.`,
  clauseLine: (title, version) => `Richtlinie, „${title}“, ${version}`,
  proposedThen: "Bei der Eröffnung vorgeschlagen:",

  unassessed: (when) => rich`nicht eingestuft seit ${when}`,

  issue: "Fehler",
  issueNone: "nicht bestätigt",
  issueBy: (name, when) => rich`bestätigt von ${name}, ${when}`,
  confirmIssue: "Fehler bestätigen",
  confirmTitle: (number) => `Fehler in ${number} bestätigen`,
  asks: {
    material: "Warum ist es von Belang?",
    verifiable: "Wie wurde es nachgewiesen?",
    documentation: "Welcher Dokumentation widerspricht es? Der Kunde liest das.",
  },
  askOther: (what) => `Was ist mit „${what}“?`,
  answerAll: "Beantworten Sie zuerst jede Frage.",
  confirmed: "Fehler bestätigt.",
  noIssueAsked: "Diese Richtlinie sagt nicht, was als Fehler gilt; bestätigen lässt sich deshalb keiner.",

  named: {
    documentation: "Welche Dokumentation? Der Kunde liest das.",
    software: "Welche Software? Der Kunde liest das.",
  },
  namedOther: "Welche Änderung oder Nutzung, in wenigen Worten? Der Kunde liest das.",
  namedFirst: "Nennen Sie zuerst, worum es beim Ausschluss geht.",
  approvedSoftware: (names) => `Freigegeben und damit abgedeckt: ${names}.`,
  liftedByApproval: "Eine schriftliche Zustimmung für diesen Kunden hebt ihn auf.",
  handedOn: "Diese Art von Anfrage gehört nicht zum Support; ein Ausschluss muss nicht genannt werden.",

  misuse: "Missbrauch",
  markMisuse: "Als Missbrauch markieren",
  takeMisuseBack: "Markierung zurücknehmen",
  misuseTitle: (number) => `${number} als Missbrauch des Supports markieren`,
  misuseBackTitle: (number) => `Markierung von ${number} zurücknehmen`,
  misuseText:
    "Es zählt im Konto des Kunden beim Support. Der Kunde erfährt nichts davon, und sonst ändert sich nichts.",
  misuseReason: "Grund, nur der Support liest ihn",
  misuseReasonFirst: "Schreiben Sie zuerst den Grund.",
  misuseMarked: "Als Missbrauch markiert.",
  misuseTaken: "Markierung zurückgenommen.",
  misuseLine: (name, when) => rich`als Missbrauch markiert von ${name}, ${when}`,
  misuses: (count) =>
    counted("de", count, "Ticket als Missbrauch markiert", "Tickets als Missbrauch markiert"),

  account: "Konto",
  accountTitle: (name) => `${name}: Zustimmungen und Missbrauch`,
  approvals: "Schriftliche Zustimmungen",
  noApprovals: "Für diesen Kunden ist nichts schriftlich zugestimmt.",
  approvalLine: (covers, document) => `${covers} (${document})`,
  approvalBy: (name, when) => rich`eingetragen von ${name}, ${when}`,
  approvalUntil: (when) => rich`bis ${when}`,
  approvalPast: "nicht mehr in Kraft",
  approvalWithdrawn: (name, when) => rich`zurückgezogen von ${name}, ${when}`,
  withdraw: "Zurückziehen",
  withdrawName: (covers) => `Zustimmung zu ${covers} zurückziehen`,
  withdrawn: "Zustimmung zurückgezogen.",
  register: "Zustimmung eintragen",
  registerIt: "Eintragen",
  registered: "Zustimmung eingetragen.",
  lifts: "Welchen Ausschluss hebt sie auf?",
  covers: "Was ist erlaubt?",
  document: "In welchem Dokument steht es?",
  until: "Bis zu welchem Tag? Leer heißt ohne Ende.",
  registerFirst: "Nennen Sie zuerst, was erlaubt ist, und das Dokument.",
  onlyLeads: "Teamleitung und Administration tragen Zustimmungen ein und ziehen sie zurück.",
  noMisuse: "Kein Ticket dieses Kunden ist als Missbrauch markiert.",
};
