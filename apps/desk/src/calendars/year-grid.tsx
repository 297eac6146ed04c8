import { PolicyText, useNow } from "@troth/ui";
import { type KeyboardEvent, useRef, useState } from "react";
import type { CalendarDay, CalendarYear } from "../wire.ts";
import classes from "./calendars.module.css";
import { dayWords, noteWords } from "./day-words.ts";
import { useCalendarTalk } from "./use-calendar-talk.ts";
import { type MonthOfYear, monthsOf } from "./year.ts";

/** Twelve rows of day cells: the letter carries the meaning, the tint only helps. One stop of Tab; arrows go on. */
export function YearGrid({ year }: { readonly year: CalendarYear }) {
  const talk = useCalendarTalk();
  const { words } = talk;
  const grid = useRef<HTMLDivElement>(null);
  const now = useNow();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      year.days.findIndex(({ on }) => on === todayIn(year.zone, now)),
    ),
  );
  const shown = year.days[at] ?? year.days[0];
  const go = (event: KeyboardEvent) => {
    const next = stepOf(event.key, at, year.days);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  let first = 0;
  return (
    <>
      <p className={classes.legend}>
        <Legend />
      </p>
      <div
        ref={grid}
        role="grid"
        aria-label={words.gridLabel(year.name, year.year)}
        aria-describedby="grid-hint"
        className={classes.grid}
        onKeyDown={go}
      >
        {monthsOf(year.days).map((month) => {
          const start = first;
          first += month.days.length;
          return <Month key={month.on} month={month} start={start} at={at} onDay={setAt} />;
        })}
      </div>
      <p id="grid-hint" className="troth-hidden">
        {words.gridHint}
      </p>
      {shown && <p className={classes.dayLine}>{dayWords(shown, talk)}</p>}
    </>
  );
}

/** The date it is where the calendar counts. */
function todayIn(zone: string | null, now: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone ?? "UTC", dateStyle: "short" }).format(now);
}

/** The day an arrow leads to; null for keys that do nothing here. */
function stepOf(key: string, at: number, days: readonly CalendarDay[]): number | null {
  const clamp = (next: number) => Math.min(Math.max(next, 0), days.length - 1);
  const inOtherMonth = (step: 1 | -1) => {
    const here = days[at]?.on ?? "";
    const month = Number(here.slice(5, 7)) + step;
    const wanted = `${here.slice(0, 5)}${String(month).padStart(2, "0")}`;
    const last = days.findLastIndex(({ on }) => on.startsWith(wanted));
    const same = days.findIndex(({ on }) => on === `${wanted}${here.slice(7)}`);
    return last === -1 ? at : same === -1 ? last : same;
  };
  switch (key) {
    case "ArrowLeft":
      return clamp(at - 1);
    case "ArrowRight":
      return clamp(at + 1);
    case "ArrowUp":
      return inOtherMonth(-1);
    case "ArrowDown":
      return inOtherMonth(1);
    case "Home":
      return 0;
    case "End":
      return days.length - 1;
    default:
      return null;
  }
}

type MonthProps = {
  readonly month: MonthOfYear;
  /** Place of the month's first day in the year. */
  readonly start: number;
  readonly at: number;
  readonly onDay: (at: number) => void;
};

function Month({ month, start, at, onDay }: MonthProps) {
  const talk = useCalendarTalk();
  return (
    <div role="row" className={classes.month}>
      <div role="rowheader" className={classes.monthName} aria-label={talk.dates.month(month.on)}>
        {talk.dates.shortMonth(month.on)}
      </div>
      {month.days.map((day, index) => (
        <div
          key={day.on}
          role="gridcell"
          aria-label={dayWords(day, talk)}
          aria-selected={start + index === at}
          tabIndex={start + index === at ? 0 : -1}
          data-day={start + index}
          data-kind={day.kind}
          data-change={day.clockChangeMs !== 0}
          className={classes.day}
          style={{ "--day": index + 1, "--weekday": ((month.firstWeekday + index) % 7) + 1 } as Variables}
          onClick={() => onDay(start + index)}
          onFocus={() => onDay(start + index)}
        >
          {markOf(day, talk.words, index + 1)}
        </div>
      ))}
      <div role="gridcell" className={classes.notes}>
        {month.notable.map((day) => (
          <Note key={day.on} day={day} />
        ))}
      </div>
    </div>
  );
}

type Variables = React.CSSProperties & Record<`--${string}`, number>;

type Words = ReturnType<typeof useCalendarTalk>["words"];

function markOf(day: CalendarDay, words: Words, number: number): string {
  if (day.kind === "holiday") return words.holidayLetter;
  if (day.kind === "special") return words.specialLetter;
  return day.kind === "open" ? String(number) : "·";
}

function Note({ day }: { readonly day: CalendarDay }) {
  const talk = useCalendarTalk();
  const note = noteWords(day, talk);
  return (
    <span className={classes.note}>
      <span className={classes.noteDay}>{talk.dates.day(day.on)}</span>{" "}
      {day.name === null ? note : <PolicyNote name={day.name} note={note} />}
    </span>
  );
}

function PolicyNote({ name, note }: { readonly name: string; readonly note: string }) {
  return (
    <>
      <PolicyText>{name}</PolicyText>
      {note.slice(name.length)}
    </>
  );
}

function Legend() {
  const { words } = useCalendarTalk();
  const { legend } = words;
  const marks = [
    { kind: "open", mark: "1", text: legend.open },
    { kind: "closed", mark: "·", text: legend.closed },
    { kind: "holiday", mark: words.holidayLetter, text: legend.holiday },
    { kind: "special", mark: words.specialLetter, text: legend.special },
  ];
  return (
    <>
      {marks.map(({ kind, mark, text }) => (
        <span key={kind}>
          <span className={classes.day} data-kind={kind} aria-hidden>
            {mark}
          </span>{" "}
          {text}
        </span>
      ))}
      <span>
        <span className={classes.day} data-kind="open" data-change="true" aria-hidden>
          1
        </span>{" "}
        {legend.change}
      </span>
    </>
  );
}
