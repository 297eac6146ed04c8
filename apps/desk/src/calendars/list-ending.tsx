import { IconAlertTriangle } from "@tabler/icons-react";
import { CopyButton, useNow, useSpeech } from "@troth/ui";
import type { CalendarYear } from "../wire.ts";
import classes from "./calendars.module.css";
import { useCalendarTalk } from "./use-calendar-talk.ts";
import { nextListCommand } from "./year.ts";

/** Says in good time that somebody has to write the next list of holidays, and how. */
export function ListEnding({ year }: { readonly year: CalendarYear }) {
  const { words, dates } = useCalendarTalk();
  const shared = useSpeech().words;
  const now = useNow();
  if (!year.isListEnding || year.holidaysThrough === null) return null;
  const hasEnded = year.holidaysThrough < new Date(now).toISOString().slice(0, 10);
  const command = nextListCommand(year.holidaysThrough);
  return (
    <section className={classes.ending} aria-label={hasEnded ? words.endedTitle : words.endingTitle}>
      <h2>
        <IconAlertTriangle size={16} aria-hidden /> {hasEnded ? words.endedTitle : words.endingTitle}
      </h2>
      <p>{words.endingText(dates.dayOfYear(year.holidaysThrough))}</p>
      <p className={classes.command}>
        <code aria-label={words.endingCommand}>{command}</code>
        <CopyButton text={() => command} label={shared.copy} />
      </p>
      <p>{words.endingCountry}</p>
    </section>
  );
}
