const LEVELS =
  "TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|PANIC|CRITICAL|LOG|DETAIL|HINT|STATEMENT|CONTEXT";

/** What programs begin a line with: an instant, a level, a frame of a stack, an error's name, a record in JSON. */
const BEGINNINGS: readonly RegExp[] = [
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
  /^\[?\d\d:\d\d:\d\d[.,\] ]/,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /,
  new RegExp(`^(?:\\[|<)?(?:${LEVELS})(?:\\]|>)?(?::|\\s\\s?\\S)`),
  /^LINE \d+: /,
  /^\{".*\}$/,
  /^\s+at \S/,
  /^Traceback \(most recent call last\)/,
  /^\s+File "[^"]{1,300}", line \d+/,
  /^(?:Caused by|Exception in thread|Uncaught|panic|goroutine \d+ \[)/,
  /^(?:[\w$]{1,60}\.){0,12}[\w$]{0,60}(?:Error|Exception)(?:: | \[|$)/,
  /^\s+\.\.\. \d+ more$/,
  /^(?:npm (?:ERR!|error)|psql: |docker: |#\d+ +0x)/,
];

/** Whether a program wrote this line, as far as its beginning tells. */
export function isLogLine(line: string): boolean {
  return BEGINNINGS.some((beginning) => beginning.test(line));
}

/** Whether a line goes on with the log above it: indented, as values and frames are. */
export function isLogTail(line: string): boolean {
  return /^[ \t]+\S/.test(line);
}
