import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { troth } from "./client.ts";
import { incidentIn, type QueueRow, queueViewIn, type View, type WishState } from "./wire.ts";

const { api } = troth;

const STILL_TELLING_MS = 2_000;

function viewQuery(view: View) {
  const incident = incidentIn(view);
  if (incident !== null) return { incident };
  return { view: queueViewIn(view) };
}

/** Every read of the desk, by what it shows. */
export const read = {
  me: () =>
    queryOptions({ queryKey: ["me"], queryFn: () => unwrap(api.GET("/v1/desk/me")), staleTime: 60_000 }),
  agents: () => queryOptions({ queryKey: ["agents"], queryFn: () => unwrap(api.GET("/v1/desk/agents")) }),
  counts: () =>
    queryOptions({ queryKey: ["counts"], queryFn: () => unwrap(api.GET("/v1/desk/queue/counts")) }),
  queue: (view: View) =>
    infiniteQueryOptions({
      queryKey: ["queue", view],
      queryFn: async ({ pageParam }) => {
        const cursor = pageParam === null ? {} : { cursor: pageParam };
        const query = { ...viewQuery(view), ...cursor };
        const { rows, nextCursor, asOf } = await unwrap(api.GET("/v1/desk/queue", { params: { query } }));
        return { rows: rows.map((row): QueueRow => ({ ...row, asOf })), nextCursor };
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),
  ticket: (number: number) =>
    queryOptions({
      queryKey: ["ticket", number],
      queryFn: () => unwrap(api.GET("/v1/desk/tickets/{number}", { params: { path: { number } } })),
    }),
  cases: () =>
    queryOptions({
      queryKey: ["conduct", "cases"],
      queryFn: () => unwrap(api.GET("/v1/conduct")),
      staleTime: 0,
    }),
  ownCases: () =>
    queryOptions({
      queryKey: ["conduct", "mine"],
      queryFn: () => unwrap(api.GET("/v1/conduct/mine")),
      staleTime: 0,
    }),
  case: (number: number) =>
    queryOptions({
      queryKey: ["conduct", number],
      queryFn: () => unwrap(api.GET("/v1/conduct/{number}", { params: { path: { number } } })),
      staleTime: 0,
    }),
  /** What the end of support would do, for a person or the organisation. */
  caseEffect: (number: number, scope: "person" | "organisation") =>
    queryOptions({
      queryKey: ["conduct", number, "effect", scope],
      queryFn: () =>
        unwrap(
          api.GET("/v1/conduct/{number}/effect", {
            params: { path: { number }, query: { decision: "end-support", scope } },
          }),
        ),
      staleTime: 0,
    }),
  incidents: () =>
    queryOptions({
      queryKey: ["incidents"],
      queryFn: () => unwrap(api.GET("/v1/incidents")),
      staleTime: 0,
    }),
  incident: (number: number) =>
    queryOptions({
      queryKey: ["incidents", number],
      queryFn: () => unwrap(api.GET("/v1/incidents/{number}", { params: { path: { number } } })),
      staleTime: 0,
    }),
  documents: () =>
    queryOptions({
      queryKey: ["documents"],
      queryFn: () => unwrap(api.GET("/v1/desk/documents")),
      staleTime: 0,
    }),
  document: (document: string) =>
    queryOptions({
      queryKey: ["documents", document],
      queryFn: () => unwrap(api.GET("/v1/desk/documents/{document}", { params: { path: { document } } })),
      staleTime: 0,
    }),
  releases: () =>
    queryOptions({
      queryKey: ["releases"],
      queryFn: () => unwrap(api.GET("/v1/desk/releases")),
      staleTime: 0,
    }),
  release: (release: string) =>
    queryOptions({
      queryKey: ["releases", release],
      queryFn: () => unwrap(api.GET("/v1/desk/releases/{release}", { params: { path: { release } } })),
      staleTime: 0,
      // Once it is out, the list empties as each ticket is told.
      refetchInterval: ({ state: { data } }) =>
        data?.state === "out" && data.waiting.tickets > 0 ? STILL_TELLING_MS : false,
    }),
  wishes: (state: WishState | null, find: string) =>
    queryOptions({
      queryKey: ["wishes", { state, find }],
      queryFn: () =>
        unwrap(
          api.GET("/v1/desk/wishes", {
            params: { query: { find, ...(state === null ? {} : { state }) } },
          }),
        ),
      staleTime: 0,
    }),
  wish: (wish: string) =>
    queryOptions({
      queryKey: ["wishes", wish],
      queryFn: () => unwrap(api.GET("/v1/desk/wishes/{wish}", { params: { path: { wish } } })),
      staleTime: 0,
    }),
  /** Whom a step would be told, and in which words. */
  wishEffect: (wish: string, to: WishState, release: string) =>
    queryOptions({
      queryKey: ["wishes", wish, "effect", to, release],
      queryFn: () =>
        unwrap(
          api.GET("/v1/desk/wishes/{wish}/preview", {
            params: { path: { wish }, query: { to, release } },
          }),
        ),
      staleTime: 0,
    }),
  calendars: () => queryOptions({ queryKey: ["calendars"], queryFn: () => unwrap(api.GET("/v1/calendars")) }),
  /** Null: the year it is at the desk. */
  calendar: (calendar: string, year: number | null) =>
    queryOptions({
      queryKey: ["calendar", calendar, year],
      queryFn: () =>
        unwrap(
          api.GET("/v1/calendars/{calendar}", {
            params: { path: { calendar }, query: year === null ? {} : { year } },
          }),
        ),
    }),
  recomputes: () =>
    queryOptions({ queryKey: ["recomputes"], queryFn: () => unwrap(api.GET("/v1/desk/recomputes")) }),
  policyDrafts: () =>
    queryOptions({ queryKey: ["policy-drafts"], queryFn: () => unwrap(api.GET("/v1/policies/drafts")) }),
  policyDraft: (draft: string) =>
    queryOptions({
      queryKey: ["policy-draft", draft],
      queryFn: () => unwrap(api.GET("/v1/policies/drafts/{draft}", { params: { path: { draft } } })),
      // A draft is opened as it stands at the desk, never as it was seen here before.
      staleTime: 0,
      gcTime: 0,
    }),
  policyVersions: () =>
    queryOptions({ queryKey: ["policy-versions"], queryFn: () => unwrap(api.GET("/v1/policies")) }),
  policyVersion: (version: string) =>
    queryOptions({
      queryKey: ["policy-version", version],
      queryFn: () => unwrap(api.GET("/v1/policies/{version}", { params: { path: { version } } })),
    }),
  policyChanges: (from: string, to: string) =>
    queryOptions({
      queryKey: ["policy-changes", from, to],
      queryFn: () =>
        unwrap(
          api.GET("/v1/policies/{version}/changes", {
            params: { path: { version: to }, query: { from } },
          }),
        ),
    }),
  acceptances: (version: string) =>
    infiniteQueryOptions({
      queryKey: ["policy-acceptances", version],
      queryFn: ({ pageParam }) =>
        unwrap(
          api.GET("/v1/desk/policies/{version}/acceptances", {
            params: { path: { version }, query: pageParam === null ? {} : { cursor: pageParam } },
          }),
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      staleTime: 0,
    }),
  organisations: (search: string) =>
    queryOptions({
      queryKey: ["organisations", search],
      queryFn: () =>
        unwrap(
          api.GET("/v1/directory/organisations", { params: { query: search === "" ? {} : { search } } }),
        ),
    }),
  organisation: (organisation: string) =>
    queryOptions({
      queryKey: ["organisation", organisation],
      queryFn: () =>
        unwrap(api.GET("/v1/desk/organisations/{organisation}", { params: { path: { organisation } } })),
    }),
  disagreements: () =>
    queryOptions({
      queryKey: ["disagreements"],
      queryFn: () => unwrap(api.GET("/v1/desk/disagreements")),
      staleTime: 0,
    }),
  policy: (number: number) =>
    queryOptions({
      queryKey: ["policy", number],
      queryFn: () => unwrap(api.GET("/v1/desk/tickets/{number}/policy", { params: { path: { number } } })),
    }),
  assessPreview: (number: number, to: string, version: number) =>
    queryOptions({
      queryKey: ["assess-preview", number, to, version],
      queryFn: () =>
        unwrap(
          api.GET("/v1/desk/tickets/{number}/severity-preview", {
            params: { path: { number }, query: { to } },
          }),
        ),
    }),
};
