/** An instant somebody typed with UTC: `2026-07-06 14:45 UTC`, `2026-07-06T14:45Z`. */
const TYPED = /\b(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:Z\b| UTC\b)/g;

/** The text with each typed instant said for its reader; other letters stay as they are. */
export function withTypedTimes(text: string, say: (at: string, typed: string) => string): string {
  return text.replace(TYPED, (typed: string, day: string, clock: string) => {
    const at = `${day}T${clock}:00Z`;
    return Number.isNaN(Date.parse(at)) ? typed : say(at, typed);
  });
}
