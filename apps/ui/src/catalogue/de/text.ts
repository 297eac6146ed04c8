import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { TextWords } from "../words.ts";

export const text: TextWords = {
  code: {
    block: (lines) => `Code, ${counted("de", lines, "Zeile", "Zeilen")}`,
    lines: (lines) => counted("de", lines, "Zeile", "Zeilen"),
    copyAll: "Kopieren",
    show: (lines) => `${counted("de", lines, "Zeile", "Zeilen")}, zeigen`,
    fold: (lines) => `${counted("de", lines, "Zeile", "Zeilen")}, einklappen`,
    copy: (lines) => `${counted("de", lines, "Zeile", "Zeilen")} kopieren`,
  },
  transcript: {
    title: "Abschrift",
    html: "Zum Drucken",
    htmlName: "Abschrift zum Drucken",
    markdown: "Markdown",
    markdownName: "Abschrift als Markdown",
    hint: "Nachrichten, Zusagen und wie sie gehalten wurden. Geheimnisse bleiben maskiert.",
    saved: (file) => `Gespeichert als ${file}`,
  },
  find: {
    inThread: "In dieser Unterhaltung suchen",
    inBlock: "In diesen Zeilen suchen",
    at: (at, count) => `${at} von ${count}`,
    atOfMore: (at, count) => `${at} von ${count} oder mehr`,
    none: "Nichts gefunden",
    next: "Nächste Stelle",
    previous: "Vorige Stelle",
  },
  secrets: {
    kinds: {
      password: "Passwort",
      token: "Token",
      key: "Schlüssel",
      "private key": "privater Schlüssel",
      login: "Anmeldedaten",
    },
    kindOf: (of, kind) => `${kind} (${of})`,
    masked: (kind) => `${kind}, maskiert`,
    found: (names) =>
      `Erkannt: ${names}. Wer mitliest, sieht an der Stelle eine Maske; am sichersten ist es, so etwas gar nicht zu senden.`,
    mask: "Maskieren",
    maskAll: (count) => `Alle ${count} maskieren`,
    maskedNow: "Maskiert. Der übrige Text ist, wie er war.",
    inMessage: (count) => `${counted("de", count, "Geheimnis", "Geheimnisse")} maskiert`,
    show: "Zeigen",
    showTitle: "Maskiertes ansehen",
    showHint: "Der Kunde sieht, dass Sie nachgesehen haben, wann, und diese Begründung.",
    reason: "Warum müssen Sie es sehen?",
    reasonFirst: "Schreiben Sie zuerst die Begründung.",
    look: "Zeigen und vermerken",
    looking: "Wird vermerkt",
    lookedNow: "Gezeigt und vermerkt. Wenn Sie das Ticket verlassen, ist es wieder maskiert.",
    shownNow: "Sie lesen das mit seinen Geheimnissen. Das ist vermerkt.",
    hide: "Wieder maskieren",
    looked: (by, author, at) =>
      rich`${by} hat den maskierten Teil dessen angesehen, was ${author} am ${at} schrieb`,
  },
};
