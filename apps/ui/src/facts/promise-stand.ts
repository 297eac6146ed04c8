import type { OpenLeft, PromiseOfReply, ReceiptRow } from "../wire.ts";

const HOUR = 3_600_000;

/** A promise as it stands at an instant, before any words. Instants and amounts in milliseconds. */
export type Stand =
  | { readonly kind: "none"; readonly isAnswered: boolean }
  | { readonly kind: "due"; readonly dueAt: number; readonly leftMs: number; readonly isNear: boolean }
  | { readonly kind: "standing"; readonly dueAt: number; readonly leftMs: number; readonly until: number }
  | { readonly kind: "their-turn"; readonly since: number | null }
  | { readonly kind: "kept"; readonly dueAt: number; readonly stoppedAt: number; readonly earlyMs: number }
  | { readonly kind: "late"; readonly dueAt: number; readonly lateMs: number }
  | { readonly kind: "answered-late"; readonly dueAt: number; readonly lateMs: number }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "cancelled" };

/** A promise binds when the vendor committed to it; all else is an expectation and is never called late. */
export function isBinding(promise: Pick<PromiseOfReply, "firmness">): boolean {
  return promise.firmness === "commitment" || promise.firmness === "per-contract";
}

/** Open time left as the desk counted it at an instant, for a list whose receipts are not at hand. */
export type CountedLeft = OpenLeft & { readonly asOf: string };

/**
 * How the promise stands now. With the receipt's rows it also knows when the clock is standing; with the counted time
 * when it is near.
 */
export function standOf(
  promise: PromiseOfReply | null,
  now: number,
  rows: readonly ReceiptRow[] = [],
  counted: CountedLeft | null = null,
): Stand {
  if (promise === null) return { kind: "none", isAnswered: false };
  const stoppedAt = promise.stoppedAt === null ? null : Date.parse(promise.stoppedAt);
  if (promise.state === "withdrawn") return { kind: "withdrawn" };
  if (promise.state === "cancelled") return { kind: "cancelled" };
  if (promise.state === "paused") return { kind: "their-turn", since: pausedSince(rows) };
  if (promise.dueAt === null) return { kind: "none", isAnswered: stoppedAt !== null };
  const dueAt = Date.parse(promise.dueAt);
  if (stoppedAt !== null) {
    return promise.state === "breached"
      ? { kind: "answered-late", dueAt, lateMs: stoppedAt - dueAt }
      : { kind: "kept", dueAt, stoppedAt, earlyMs: dueAt - stoppedAt };
  }
  if (promise.state === "breached" || now >= dueAt) return { kind: "late", dueAt, lateMs: now - dueAt };
  const leftMs = dueAt - now;
  if (counted !== null) {
    const left = countedLeftAt(counted, now);
    return { kind: "due", dueAt, leftMs, isNear: left !== null && isLittle(left, counted.ofMs) };
  }
  const until = rows.length === 0 ? null : standsUntil(rows, now);
  if (until !== null) return { kind: "standing", dueAt, leftMs, until };
  return { kind: "due", dueAt, leftMs, isNear: isNear(promise, dueAt, now, rows) };
}

/** Near from 80 % of the time, or in the last open hour; without rows only where the wall clock decides. */
function isNear(promise: PromiseOfReply, dueAt: number, now: number, rows: readonly ReceiptRow[]): boolean {
  if (rows.length > 0) {
    const total = rows.reduce((sum, row) => sum + row.businessMs, 0);
    const left = openLeftOf(rows, now).ms;
    return isLittle(left, total);
  }
  const isWallClock = promise.calendar === null || promise.calendar.zone === null;
  const startedAt = Date.parse(promise.startedAt);
  return dueAt - now <= HOUR || (isWallClock && now - startedAt >= 0.8 * (dueAt - startedAt));
}

function isLittle(left: number, total: number): boolean {
  return left <= HOUR || left <= total / 5;
}

/** What is left of the counted time now, through the openings and closings it tells of; null beyond those. */
export function countedLeftAt(counted: CountedLeft, now: number): number | null {
  if (now > Date.parse(counted.knownUntil)) return null;
  let { ms: left, isRunning } = counted;
  let from = Date.parse(counted.asOf);
  for (const change of [...counted.changes.map((at) => Date.parse(at)), Number.POSITIVE_INFINITY]) {
    const to = Math.max(from, Math.min(now, change));
    if (isRunning) left -= to - from;
    [from, isRunning] = [to, !isRunning];
  }
  return Math.max(0, left);
}

/** Open time still to count. Not exact when `now` lies in a row that folds several days. */
export function openLeftOf(
  rows: readonly ReceiptRow[],
  now: number,
): { readonly ms: number; readonly isExact: boolean } {
  let ms = 0;
  let isExact = true;
  for (const row of rows) {
    const [from, to] = [Date.parse(row.from), Date.parse(row.to)];
    if (now <= from) {
      ms += row.businessMs;
    } else if (now < to && row.businessMs > 0) {
      isExact &&= row.businessMs === to - from;
      ms += Math.round((row.businessMs * (to - now)) / (to - from));
    }
  }
  return { ms, isExact };
}

/** When a standing clock goes on: the start of the next counting row; null while it runs. */
function standsUntil(rows: readonly ReceiptRow[], now: number): number | null {
  const isCounting = rows.some(
    (row) => row.businessMs > 0 && Date.parse(row.from) <= now && now < Date.parse(row.to),
  );
  if (isCounting) return null;
  const next = rows.find((row) => row.businessMs > 0 && Date.parse(row.from) > now);
  return next === undefined ? null : Date.parse(next.from);
}

function pausedSince(rows: readonly ReceiptRow[]): number | null {
  const pause = rows.findLast((row) => row.reason === "paused");
  return pause === undefined ? null : Date.parse(pause.from);
}

/** The next span in which a counting clock stands, before it falls due; null when it counts through. */
export function nextStandstill(
  rows: readonly ReceiptRow[],
  now: number,
): { readonly from: number; readonly until: number } | null {
  const counting = rows.filter((row) => row.businessMs > 0);
  const here = counting.findIndex((row) => Date.parse(row.from) <= now && now < Date.parse(row.to));
  for (let at = here; at >= 0 && at + 1 < counting.length; at += 1) {
    const [row, next] = [counting[at], counting[at + 1]];
    if (row === undefined || next === undefined) return null;
    const [from, until] = [Date.parse(row.to), Date.parse(next.from)];
    if (until > from) return { from, until };
  }
  return null;
}
