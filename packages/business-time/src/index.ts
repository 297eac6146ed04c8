export { always } from "./always.ts";
export { type CalendarOptions, compileCalendar } from "./calendar.ts";
export { CalendarError, type CalendarErrorCode } from "./errors.ts";
export { formatInstant, parseInstant } from "./iso.ts";
export type * from "./types.ts";
export { instantOf, offsetOf } from "./zone.ts";
