import { Button, Collapse } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useClockWords } from "../catalogue/use-clock-words.ts";
import { targetWords } from "../speech/duration.ts";
import { WithPolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { dueMinute } from "../speech/time.ts";
import type { Receipt, ReceiptRow } from "../wire.ts";
import { isBinding } from "./promise-stand.ts";
import { ReceiptActs, type ReceiptFile } from "./receipt-acts.tsx";
import { foldedWords } from "./receipt-fold.ts";
import { foldOf, linesOf, type ReceiptLine } from "./receipt-lines.ts";
import { When } from "./when.tsx";
import classes from "./why.module.css";

/** What of a receipt people read, and the versions behind it where it is one of a ticket. */
type Shown = Pick<Receipt, "promise" | "rows"> & Partial<Pick<Receipt, "policy" | "calendars" | "later">>;

type WhyProps = { readonly receipt: Shown; readonly file?: ReceiptFile | undefined };

/** The question as a button that opens the receipt in place. `isOpen` and `onToggle` let a key open it too. */
export function WhyThisTime(
  props: WhyProps & {
    readonly isOpen?: boolean;
    readonly onToggle?: (isOpen: boolean) => void;
    readonly keyShortcut?: string;
  },
) {
  const { words } = useSpeech();
  const [isOpenHere, setOpenHere] = useState(false);
  const isOpen = props.isOpen ?? isOpenHere;
  const id = useId();
  const toggle = () => {
    setOpenHere(!isOpen);
    props.onToggle?.(!isOpen);
  };
  return (
    <div className={classes.question}>
      <Button
        variant="transparent"
        size="compact-sm"
        className={classes.ask}
        rightSection={<IconChevronDown size={14} aria-hidden data-open={isOpen} />}
        aria-expanded={isOpen}
        aria-controls={id}
        {...(props.keyShortcut === undefined ? {} : { "aria-keyshortcuts": props.keyShortcut })}
        onClick={toggle}
      >
        {words.whyThisTime}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && <Why receipt={props.receipt} file={props.file} />}
      </Collapse>
    </div>
  );
}

/** The deadline receipt: every counted and skipped span with its reason, summing to the target. */
export function Why({ receipt, file }: WhyProps) {
  const speech = useSpeech();
  const { words, locale, tag } = speech;
  const { promise } = receipt;
  const talk = speech.timeIn(promise.calendar?.zone ?? speech.zone);
  const lines = linesOf(receipt, talk, words, tag);
  const target = targetWords(promise.target, locale);
  const title = useTitle(receipt);
  const counting = lines.filter((line) => line.isCounting).length;
  const sentence = words.receiptSentence(
    talk.full(Date.parse(promise.startedAt)),
    promise.dueAt === null ? words.noTime : talk.full(dueMinute(Date.parse(promise.dueAt))),
    target,
    counting,
    lines.length - counting,
  );
  return (
    <section className={classes.receipt} aria-label={words.receiptTitle}>
      <p className={classes.title}>{title}</p>
      <Strip lines={lines} />
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={classes.table}>
          <caption className="troth-hidden">{sentence}</caption>
          <thead>
            <tr>
              <th scope="col">{words.whenIn(talk.city ?? talk.zone)}</th>
              <th scope="col">{words.counts}</th>
              <th scope="col" data-column="why">
                {words.why}
              </th>
              <th scope="col">{words.sumOf(target)}</th>
            </tr>
          </thead>
          <Lines lines={lines} rows={receipt.rows} />
        </table>
      </div>
      <History receipt={receipt} />
      <p className={classes.source}>
        {promise.op === "less-than" ? words.strictly : words.inTime} <Source receipt={receipt} />
      </p>
      <ReceiptActs text={() => plainReceipt(title, lines)} versions={versionsIn(receipt)} file={file} />
    </section>
  );
}

/** Versions of the policy whose targets or hours a receipt is computed from. */
export function versionsIn({ promise, policy, calendars = [], later = [] }: Shown): readonly string[] {
  const parts = [{ policy, calendars }, ...later];
  const named = parts.flatMap((part) => [
    ...(part.policy === undefined ? [] : [part.policy.version]),
    ...part.calendars.map(({ policyVersion }) => policyVersion),
  ]);
  return [...new Set(named.length === 0 ? [promise.policyVersion] : named)];
}

function useTitle({ promise }: Shown): string {
  const speech = useSpeech();
  const { words, time } = speech;
  if (promise.dueAt === null) return words.noTime;
  const at = dueMinute(Date.parse(promise.dueAt));
  const zone = promise.calendar?.zone ?? null;
  const isFirm = isBinding(promise);
  if (zone === null || zone === speech.zone) {
    return isFirm ? words.receiptDueSame(time.full(at)) : words.receiptExpectedSame(time.full(at));
  }
  const there = speech.timeIn(zone);
  const theirs = words.inCity(there.short(at), there.city ?? there.zoneWords(at));
  const own = there.day(at) === time.day(at) ? `${time.clock(at)} (${time.zoneWords(at)})` : time.full(at);
  return isFirm ? words.receiptDue(theirs, own) : words.receiptExpected(theirs, own);
}

function Lines(props: { readonly lines: readonly ReceiptLine[]; readonly rows: readonly ReceiptRow[] }) {
  const { words } = useSpeech();
  const clock = useClockWords();
  const [isWhole, setWhole] = useState(false);
  const { head, folded, tail } = foldOf(props.lines);
  const rows = foldOf(props.rows).folded;
  const row = (line: ReceiptLine) => (
    <tr key={line.key} data-counting={line.isCounting}>
      <th scope="row">
        {line.when}
        <span className={classes.whyUnder}>
          <WithPolicyText text={line.why} parts={[line.name]} />
        </span>
      </th>
      <td>{line.counts}</td>
      <td data-column="why">
        <WithPolicyText text={line.why} parts={[line.name]} />
      </td>
      <td>{line.sum}</td>
    </tr>
  );
  return (
    <tbody>
      {head.map(row)}
      {isWhole
        ? folded.map(row)
        : folded.length > 0 && (
            <tr>
              <td colSpan={4}>
                {foldedWords(rows, clock, words)}{" "}
                <Button variant="transparent" size="compact-xs" onClick={() => setWhole(true)}>
                  {words.showFolded}
                </Button>
              </td>
            </tr>
          )}
      {tail.map(row)}
    </tbody>
  );
}

/** A picture of the same rows; the table says all of it in words. */
function Strip({ lines }: { readonly lines: readonly ReceiptLine[] }) {
  const { words } = useSpeech();
  if (lines.length > 12 || lines.length < 2) return null;
  return (
    <div className={classes.strip} aria-hidden>
      {lines.map((line, at) => (
        <div key={line.key} style={{ flexGrow: 1 + 3 * line.share }}>
          <span className={classes.stripDay}>{line.shortDay}</span>
          <span className={classes.stripBar} data-counting={line.isCounting}>
            {at === lines.length - 1 && words.dueInStrip}
          </span>
        </div>
      ))}
    </div>
  );
}

function History({ receipt }: Pick<WhyProps, "receipt">) {
  const { words } = useSpeech();
  const reasons: Readonly<Record<string, string>> = words.promiseReasons;
  const moved = receipt.promise.history.filter((entry) => entry.dueFrom !== entry.dueTo);
  if (moved.length === 0) return null;
  return (
    <ul className={classes.history}>
      {moved.map((entry) => (
        <li key={entry.at}>
          <When at={entry.at} />
          {": "}
          {words.dueMoved(
            entry.dueFrom === null ? words.noTime : <When at={entry.dueFrom} isDue />,
            entry.dueTo === null ? words.noTime : <When at={entry.dueTo} isDue />,
          )}
          {". "}
          {reasons[entry.why] ?? entry.why}
        </li>
      ))}
    </ul>
  );
}

function Source({ receipt: { promise } }: Pick<WhyProps, "receipt">) {
  const { words } = useSpeech();
  const policy =
    promise.clause === null
      ? words.policyVersion(promise.policyVersion)
      : words.policyLine(promise.policyVersion, promise.clause.title);
  const { calendar } = promise;
  const source =
    calendar === null
      ? policy
      : `${policy}; ${words.calendarLine(calendar.name, calendar.version.slice(0, 12))}`;
  return (
    <span>
      <WithPolicyText text={source} parts={[promise.clause?.title ?? "", calendar?.name ?? ""]} />.
    </span>
  );
}

/** The receipt as text to paste: title, one line a row, tabs between the columns. */
export function plainReceipt(title: string, lines: readonly ReceiptLine[]): string {
  return [title, ...lines.map((line) => [line.when, line.counts, line.why, line.sum].join("\t"))].join("\n");
}
