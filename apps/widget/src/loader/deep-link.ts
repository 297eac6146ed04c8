const NAME = "modal";
const VALUE = "support";

/** Whether an address asks for the dialog (P006: `?modal=support`). */
export function asksForSupport(search: string): boolean {
  return new URLSearchParams(search).get(NAME) === VALUE;
}

/** The same address without the request, so that a reload after closing does not open it again. */
export function withoutRequest(href: string): string {
  const url = new URL(href);
  if (url.searchParams.get(NAME) === VALUE) url.searchParams.delete(NAME);
  return url.href;
}
