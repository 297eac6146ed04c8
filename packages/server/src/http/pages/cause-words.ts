import type { DocumentSection } from "@troth/core";
import type { PageLocale } from "./page-locale.ts";

/** A root-cause document on paper and on the status page, in the reader's language. */
export type CauseWords = {
  readonly title: string;
  readonly ofTicket: (number: number) => string;
  readonly ofIncident: (title: string) => string;
  readonly version: (nth: number, at: string, by: string) => string;
  readonly changed: (line: string) => string;
  readonly earlier: string;
  readonly masked: string;
  readonly erased: string;
  readonly sections: Readonly<Record<DocumentSection, string>>;
  readonly status: string;
};

export const CAUSE_WORDS: Readonly<Record<PageLocale, CauseWords>> = {
  en: {
    title: "Root cause",
    ofTicket: (number) => `Root cause of ticket ${number}`,
    ofIncident: (title) => `Root cause: ${title}`,
    version: (nth, at, by) => `Version ${nth}, published ${at}${by === "" ? "" : ` by ${by}`}.`,
    changed: (line) => `What changed since the version before: ${line}`,
    earlier: "Earlier versions",
    masked: "Secrets in the text are masked.",
    erased: "The author of this version was erased, and the text with them.",
    sections: {
      happened: "What happened",
      impact: "Impact",
      cause: "Cause",
      changed: "What we changed",
    },
    status: "Status",
  },
  de: {
    title: "Ursache",
    ofTicket: (number) => `Ursache zu Ticket ${number}`,
    ofIncident: (title) => `Ursache: ${title}`,
    version: (nth, at, by) => `Fassung ${nth}, veröffentlicht ${at}${by === "" ? "" : ` von ${by}`}.`,
    changed: (line) => `Geändert gegenüber der vorigen Fassung: ${line}`,
    earlier: "Frühere Fassungen",
    masked: "Geheimnisse im Text sind verdeckt.",
    erased: "Wer diese Fassung schrieb, wurde gelöscht, und der Text mit ihm.",
    sections: {
      happened: "Was geschah",
      impact: "Auswirkung",
      cause: "Ursache",
      changed: "Was wir geändert haben",
    },
    status: "Status",
  },
};
