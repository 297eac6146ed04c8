/** Address of a finding's own page. */
export const findingPage = (code: string) => `/docs/findings/${encodeURIComponent(code)}`;
