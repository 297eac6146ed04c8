const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a text, each a verbatim part of it. */
export function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((one) => one !== "");
}
