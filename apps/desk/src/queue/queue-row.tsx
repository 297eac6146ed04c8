import { Link } from "@tanstack/react-router";
import {
  countedLeftAt,
  Due,
  durationWords,
  openTimeWords,
  PolicyText,
  planWords,
  Severity,
  type SharedWords,
  standOf,
  UsedTime,
  usageOf,
  useCoverageWords,
  useDeskWords,
  useNow,
  useReadable,
  useSpeech,
  When,
} from "@troth/ui";
import type { QueueRow, View } from "../wire.ts";
import { placeWords } from "./place-words.ts";
import classes from "./queue.module.css";

const MINUTE = 60_000;

/** One ticket of the queue. Due, severity and subject never go, however narrow the screen. */
export function Row({ row, view }: { readonly row: QueueRow; readonly view: View }) {
  const readable = useReadable();
  const words = useDeskWords();
  const coverage = useCoverageWords();
  return (
    <tr>
      <td className={classes.due}>
        <RowDue row={row} />
      </td>
      <td>
        <Severity severity={row.severity} />
        {row.isFlagged && <span className={classes.flag}>{words.flagged}</span>}
        {row.unassessedSince !== null && (
          <span className={classes.flag}>
            {coverage.unassessed(<When key="since" at={row.unassessedSince} form="short" />)}
          </span>
        )}
      </td>
      <td data-column="number">{row.number}</td>
      <th scope="row">
        <Link
          to="/tickets/$number"
          params={{ number: String(row.number) }}
          search={{ view }}
          data-row={row.number}
          className={classes.subject}
          dir="auto"
          title={readable(row.subject)}
        >
          {readable(row.subject)}
        </Link>
        <span className={classes.under}>
          {row.number}, {row.organisation.name}
          {row.waitingSince !== null && (
            <span className={classes.underWaits}>
              {words.columns.waits}: <Waiting since={row.waitingSince} />
            </span>
          )}
        </span>
      </th>
      <td data-column="waits">{row.waitingSince !== null && <Waiting since={row.waitingSince} />}</td>
      <td data-column="customer" dir="auto">
        {row.organisation.name}
      </td>
      <td data-column="plan">
        <PolicyText>{planWords(row.plan, row.tier)}</PolicyText>
      </td>
      <td data-column="place">{placeWords(row, words)}</td>
      <td data-column="assignee" dir="auto">
        {row.assignee?.name ?? <span className={classes.quiet}>{words.nobody}</span>}
      </td>
    </tr>
  );
}

/** The due instant first, then what is left of it; for an answered ticket, whose turn it is. */
export function RowDue({ row }: { readonly row: QueueRow }) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const now = useNow();
  if (row.state === "waiting-on-customer") return <Due promise={row.promise} isTheirTurn />;
  const stand = standOf(row.promise, now);
  const isAnswered = stand.kind === "kept" || stand.kind === "answered-late";
  if (isAnswered && row.state === "waiting-on-us") {
    return <span className={classes.again}>{words.ourTurnAgain}</span>;
  }
  const counted = row.openLeft && { ...row.openLeft, asOf: row.asOf };
  const left = counted && countedLeftAt(counted, now);
  return (
    <>
      <Due promise={row.promise} counted={counted} />
      {stand.kind === "due" && left !== null && (
        <span className={classes.left}>{shared.left(leftWords(row, left, shared))}</span>
      )}
      <span className={classes.used}>
        <UsedTime usage={usageOf(row.promise, now, [], counted)} />
      </span>
    </>
  );
}

/** Open time never in days, since a day has only the desk's hours; round the clock a day is a day. */
function leftWords({ promise }: QueueRow, ms: number, words: SharedWords): string {
  return promise?.calendar?.zone ? openTimeWords(ms, words) : durationWords(ms, words);
}

/** How long the customer has waited for a word, by the wall clock, and since when. */
function Waiting({ since }: { readonly since: string }) {
  const speech = useSpeech();
  const now = useNow();
  const at = Date.parse(since);
  return (
    <time dateTime={since} title={speech.time.full(at)}>
      {now - at < MINUTE ? speech.words.justNow : durationWords(now - at, speech.words)}
    </time>
  );
}
