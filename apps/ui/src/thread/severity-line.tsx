import { severityNotice } from "../facts/severity-notice.ts";
import { When } from "../facts/when.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { TimelineEntry } from "../wire.ts";
import classes from "./thread.module.css";

type Change = NonNullable<TimelineEntry["severity"]>;

/** A change of severity in the words its customer reads: from what to what, why, and what it does to our reply. */
export function SeverityLine({ entry, change }: { readonly entry: TimelineEntry; readonly change: Change }) {
  const { words, time } = useSpeech();
  const { from, to, dueFrom, dueTo } = change;
  const reason = entry.reason ?? "";
  const notice = { from: from.name, to: to.name, isRaised: to.rank < from.rank, reason, dueFrom, dueTo };
  return (
    <p className={classes.event}>
      <When at={entry.at} />
      <span dir="auto">{severityNotice(notice, time, words).join(" ")}</span>
    </p>
  );
}
