export { always } from "./always.ts";
export { type CalendarOptions, compileCalendar } from "./calendar.ts";
export { CalendarError, type CalendarErrorCode } from "./errors.ts";
export { findingsOf, type ScheduleFinding } from "./findings.ts";
export { compareFractions, sumOfFractions } from "./fraction.ts";
export { formatInstant, parseInstant } from "./iso.ts";
export type * from "./types.ts";
export { instantOf, localDateOf, offsetOf } from "./zone.ts";
