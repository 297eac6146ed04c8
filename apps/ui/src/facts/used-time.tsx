import { IconHourglass, IconHourglassEmpty, IconHourglassLow } from "@tabler/icons-react";
import { useClockWords } from "../catalogue/use-clock-words.ts";
import type { Usage } from "./usage.ts";
import classes from "./used-time.module.css";

const ICONS = {
  half: IconHourglass,
  "four-fifths": IconHourglassLow,
  "last-hour": IconHourglassEmpty,
} as const;

/** The mark a running promise has passed, by icon and words. Lateness is the due's own to tell. */
export function UsedTime({ usage }: { readonly usage: Usage | null }) {
  const words = useClockWords();
  if (usage === null || usage === "late") return null;
  const Icon = ICONS[usage];
  return (
    <span className={classes.used} data-usage={usage}>
      <Icon size={14} stroke={1.75} aria-hidden /> {words.marks[usage]}
    </span>
  );
}
