import { dateTalk, useCalendarWords, useSpeech } from "@troth/ui";
import { useMemo } from "react";

/** Words, dates and figures of the calendars in the reader's language. */
export function useCalendarTalk() {
  const words = useCalendarWords();
  const { words: shared, tag } = useSpeech();
  return useMemo(() => {
    const figures = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
    return {
      words,
      shared,
      dates: dateTalk(tag),
      figure: (value: number) => figures.format(value),
      openHours: (ms: number) => figures.format(ms / 3_600_000),
    };
  }, [words, shared, tag]);
}
