import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTextWords } from "../catalogue/use-text-words.ts";
import type { Locale } from "../speech/locale.ts";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { saveFile } from "./save-file.ts";
import classes from "./transcript.module.css";

export type TranscriptQuery = {
  readonly format: "html" | "md";
  readonly locale: Locale;
  readonly zone: string;
};

const TYPES = { html: "text/html", md: "text/markdown" } as const;

/** A copy of the ticket to keep: as a page that prints well, or as Markdown. */
export function TranscriptButtons(props: {
  readonly number: number;
  readonly read: (query: TranscriptQuery) => Promise<string>;
}) {
  const words = useTextWords().transcript;
  const { locale, zone } = useSpeech();
  const announce = useAnnounce();
  const { number, read } = props;
  const nameOf = (format: TranscriptQuery["format"]) => `ticket-${number}.${format}`;
  const download = useMutation({
    mutationFn: async (format: TranscriptQuery["format"]) =>
      saveFile(nameOf(format), await read({ format, locale, zone }), TYPES[format]),
    onSuccess: (_none, format) => announce(words.saved(nameOf(format))),
  });
  const button = (format: TranscriptQuery["format"], label: string, name: string) => (
    <Button variant="default" size="compact-md" aria-label={name} onClick={() => download.mutate(format)}>
      {label}
    </Button>
  );
  return (
    <>
      <span className={classes.acts}>
        {button("html", words.html, words.htmlName)}
        {button("md", words.markdown, words.markdownName)}
      </span>
      <span className={classes.hint}>{words.hint}</span>
      {download.error !== null && <ProblemNote error={download.error} />}
    </>
  );
}
