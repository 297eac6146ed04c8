/** What a calendar can refuse. Each code has one meaning; the message is a sentence for the person who wrote the input. */
export type CalendarErrorCode =
  | "unknown-zone"
  | "bad-hours"
  | "bad-date"
  | "bad-amount"
  | "bad-instant"
  | "bad-pause"
  | "no-open-time"
  | "horizon";

/** The only error this package throws. Schedules are refused when compiled; amounts and instants when asked. */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode;

  constructor(code: CalendarErrorCode, message: string) {
    super(message);
    this.name = "CalendarError";
    this.code = code;
  }
}
