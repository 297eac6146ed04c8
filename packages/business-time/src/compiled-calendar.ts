import { checkInstant, YEAR } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import { daysBetween } from "./exact-days.ts";
import { fractionOf } from "./fraction.ts";
import { firstAbove, read } from "./index-table.ts";
import { countedBetween, pausesInOrder } from "./pauses.ts";
import { quickDue } from "./quick-due.ts";
import { type Draft, withPauses } from "./rows.ts";
import { directionOf, seek } from "./seek.ts";
import { type Answered, withShares } from "./shares.ts";
import { type LayOut, NOWHERE, type Timeline } from "./timeline.ts";
import type { Amount, Calendar, Fraction, Instant, Receipt, Schedule, Span } from "./types.ts";

type RowsOf = (line: Timeline, within: Span, asked: Answered) => Draft[];

/** How far an answer is sought, in years. */
const REACHES = [0, 1, 3, 7, 15, 30];

/**
 * What a calendar answers about its open time. A class, so that all calendars share their methods: with
 * functions of its own for each, V8 looks up at every call which one it is.
 */
export class CompiledCalendar implements Calendar {
  readonly isAlways: boolean;
  readonly schedules: readonly Schedule[];
  readonly #layOut: LayOut;
  readonly #rowsOf: RowsOf;
  /** What was laid out last; where it reaches, nothing is laid out anew. */
  #line = NOWHERE;

  constructor(isAlways: boolean, schedules: readonly Schedule[], layOut: LayOut, rowsOf: RowsOf) {
    this.isAlways = isAlways;
    this.schedules = schedules;
    this.#layOut = layOut;
    this.#rowsOf = rowsOf;
  }

  isOpen(at: Instant): boolean {
    const { open } = this.#reaching(at, at);
    return at >= read(open.starts, firstAbove(open.byEnd, at));
  }

  add(from: Instant, amount: Amount, pauses?: readonly Span[]): Instant | null {
    if (!("ms" in amount)) return this.#addAny(from, amount, pauses);
    const { ms } = amount;
    if (!pauses?.length) {
      const line = this.#line;
      const due = quickDue(line, from, ms);
      if (due >= line.lo && due <= line.hi) return due;
    }
    // Not `amount` itself: what never leaves this function, V8 need not put on the heap.
    return this.#addAny(from, { ms }, pauses);
  }

  between(from: Instant, to: Instant, pauses?: readonly Span[]): number {
    checkInstant(to);
    return countedBetween(this.#reaching(from, to).open, from, to, pausesInOrder(pauses));
  }

  betweenDays(from: Instant, to: Instant, pauses?: readonly Span[]): Fraction {
    checkInstant(to);
    return fractionOf(daysBetween(this.#reaching(from, to).days, from, to, pausesInOrder(pauses)));
  }

  explain(from: Instant, amount: Amount, given?: readonly Span[]): Receipt | null {
    const due = this.add(from, amount, given);
    if (due === null) return null;
    const pauses = pausesInOrder(given);
    const asked = { from, due, amount, pauses };
    const line = this.#reaching(from, due);
    const within = { start: Math.min(from, due), end: Math.max(from, due) };
    const rows = from === due ? [] : withPauses(this.#rowsOf(line, within, asked), pauses, within);
    return { from, due, rows: withShares(rows, line.days, asked) };
  }

  nextChange(at: Instant): { readonly at: Instant; readonly isOpen: boolean } | null {
    for (const years of REACHES) {
      const { open, hi } = this.#reaching(at, at + years * YEAR);
      const i = firstAbove(open.byEnd, at);
      const start = read(open.starts, i);
      const isOpen = at < start;
      const change = isOpen ? start : read(open.byEnd.keys, i);
      if (change < hi) return { at: change, isOpen };
    }
    return null;
  }

  #addAny(from: Instant, amount: Amount, given?: readonly Span[]): Instant | null {
    const pauses = pausesInOrder(given);
    const direction = directionOf(amount);
    for (const years of REACHES) {
      const line = this.#reaching(from, from + direction * years * YEAR);
      const due = seek(line, from, amount, pauses);
      if (due >= line.lo && due <= line.hi) return due;
    }
    if (this.#line.hi < Infinity) {
      throw new CalendarError("horizon", "The amount is not used up within 30 years.");
    }
    return null;
  }

  #reaching(from: Instant, to: Instant): Timeline {
    checkInstant(from);
    this.#line = this.#layOut(this.#line, from, to);
    return this.#line;
  }
}
