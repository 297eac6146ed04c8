import type { files as english } from "../en/files.ts";
import { counted } from "../plural.ts";

export const files: typeof english = {
  attach: "Dateien anhängen",
  limits: (count, size) =>
    `Bis zu ${counted("de", count, "Datei", "Dateien")} mit je ${size}; auch durch Ablegen oder Einfügen.`,
  chosen: "Dateien, die mitgehen",
  remove: (name) => `${name} herausnehmen`,
  stop: (name) => `${name} nicht mehr senden`,
  retry: (name) => `${name} noch einmal senden`,
  arriving: (name) => `${name} ist unterwegs`,
  arrived: (name) => `${name} ist da.`,
  notTaken: (name, why) => `${name} wurde nicht angenommen. ${why}`,
  lost: "Die Verbindung brach ab, bevor sie da war. Senden Sie sie noch einmal.",
  wait: "Einige Dateien sind noch unterwegs. Warten Sie einen Moment, oder nehmen Sie sie heraus.",
  forgotten:
    "Hochgeladenes wartet einen Tag, diese Datei ist älter. Nehmen Sie sie heraus und hängen Sie sie neu an.",
  doubtful:
    "Die Endung sagt das eine, der Inhalt das andere. Deshalb wird sie als bloße Bytes aufgehoben, ohne Vorschau.",
  tooLarge: (most, size) =>
    `Eine Datei darf ${most} haben, diese hat ${size}. Senden Sie einen Teil davon, oder packen Sie sie.`,
  tooMany: (most) =>
    `Mit einer Nachricht ${counted("de", most, "geht eine Datei", "Dateien gehen")} mit. Senden Sie diese mit der nächsten.`,
  endingRefused: (ending) => `Dateien mit der Endung .${ending} werden nicht angenommen.`,
  onlyEndings: (endings) => `Angenommen werden Dateien mit den Endungen ${endings}.`,
  ofMessage: (count) => counted("de", count, "Datei", "Dateien"),
  save: "Sichern:",
  picture: (name) => `Bild ${name}`,
  erased: "Eine Datei von jemandem, dessen Daten gelöscht wurden.",
  notRead: (name) =>
    `${name} ließ sich nicht holen. Laden Sie die Seite neu und versuchen Sie es noch einmal.`,
  kinds: { picture: "Bild", text: "Text", archive: "Archiv", empty: "leer", other: "Datei" },
};
