type Words = {
  readonly title: string;
  readonly loading: string;
  readonly close: string;
  readonly failed: string;
  readonly portal: string;
};

/** The few words shown before the frame can speak; all others live in the catalogues of `ui`. */
const words: Record<"en" | "de", Words> = {
  en: {
    title: "Support",
    loading: "Support is loading.",
    close: "Close",
    failed: "Support did not load here. You can use the support portal instead.",
    portal: "Open the portal",
  },
  de: {
    title: "Support",
    loading: "Der Support wird geladen.",
    close: "Schließen",
    failed: "Der Support ließ sich hier nicht laden. Das Support-Portal können Sie trotzdem nutzen.",
    portal: "Portal öffnen",
  },
};

export function wordsFor(locale: string): Words {
  return locale.toLowerCase().startsWith("de") ? words.de : words.en;
}
