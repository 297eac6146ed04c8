import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { CalendarsScreen } from "./calendars/calendars-screen.tsx";
import { isSignedOut, queries } from "./client.ts";
import { CaseScreen } from "./conduct/case-screen.tsx";
import { ConductScreen } from "./conduct/conduct-screen.tsx";
import { DisagreementsScreen } from "./disagreements/disagreements-screen.tsx";
import { DocumentScreen, NewDocumentScreen } from "./documents/document-screen.tsx";
import { DocumentsScreen } from "./documents/documents-screen.tsx";
import { claimDrafts } from "./draft-owner.ts";
import { Frame } from "./frame/frame.tsx";
import { NotHere } from "./frame/not-here.tsx";
import { IncidentScreen } from "./incidents/incident-screen.tsx";
import { IncidentsScreen } from "./incidents/incidents-screen.tsx";
import { read } from "./queries.ts";
import { QueueScreen } from "./queue/queue-screen.tsx";
import { ReleaseScreen } from "./releases/release-screen.tsx";
import { ReleasesScreen } from "./releases/releases-screen.tsx";
import { JoinScreen } from "./sign-in/join-screen.tsx";
import { SignInScreen } from "./sign-in/sign-in-screen.tsx";
import { ShiftScreen } from "./team/shift-screen.tsx";
import { TicketScreen } from "./ticket/ticket-screen.tsx";
import { isView, type View } from "./wire.ts";
import { WishScreen } from "./wishes/wish-screen.tsx";
import { WishesScreen } from "./wishes/wishes-screen.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotHere });

export const signInRoute = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: SignInScreen,
  validateSearch: (search): { next?: string; ended?: boolean } => ({
    ...(typeof search.next === "string" && search.next.startsWith("/desk/") ? { next: search.next } : {}),
    ...(search.ended === true ? { ended: true } : {}),
  }),
});

const joinRoute = createRoute({ getParentRoute: () => root, path: "/join", component: JoinScreen });

const frameRoute = createRoute({
  getParentRoute: () => root,
  id: "frame",
  component: Frame,
  beforeLoad: async ({ location }) => {
    try {
      const me = await queries.ensureQueryData(read.me());
      claimDrafts(me.person.id);
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: "/sign-in", search: { next: location.publicHref } });
    }
  },
});

const startRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/queue/$view", params: { view: "all" } });
  },
});

const queueRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/queue/$view",
  component: QueueScreen,
});

const ticketRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/tickets/$number",
  component: TicketScreen,
  validateSearch: (search): { view?: View } =>
    typeof search.view === "string" && isView(search.view) ? { view: search.view } : {},
});

const disagreementsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/disagreements",
  component: DisagreementsScreen,
});

const shiftRoute = createRoute({ getParentRoute: () => frameRoute, path: "/shift", component: ShiftScreen });

const calendarsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/calendars/{-$calendar}",
  component: CalendarsScreen,
  validateSearch: (search): { year?: number } =>
    Number.isInteger(search.year) ? { year: Number(search.year) } : {},
});

const incidentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/incidents",
  component: IncidentsScreen,
});

const incidentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/incidents/$number",
  component: IncidentScreen,
});

const conductRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/conduct",
  component: ConductScreen,
});

const caseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/conduct/$number",
  component: CaseScreen,
});

const releasesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/releases",
  component: ReleasesScreen,
});

const releaseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/releases/$release",
  component: ReleaseScreen,
});

const wishesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/wishes",
  component: WishesScreen,
});

const wishRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/wishes/$wish",
  component: WishScreen,
});

const documentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/documents",
  component: DocumentsScreen,
});

const newDocumentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/documents/new",
  component: NewDocumentScreen,
  validateSearch: (search): { ticket?: number; incident?: number } => ({
    ...(Number.isInteger(search.ticket) ? { ticket: Number(search.ticket) } : {}),
    ...(Number.isInteger(search.incident) ? { incident: Number(search.incident) } : {}),
  }),
});

const documentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/documents/$document",
  component: DocumentScreen,
});

// Loaded when opened: no other screen carries the compiler and the editor.
const policyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/policy",
  component: lazyRouteComponent(() => import("./policy/policy-screen.tsx"), "PolicyScreen"),
});

const draftRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/policy/drafts/$draft",
  component: lazyRouteComponent(() => import("./policy/draft/draft-screen.tsx"), "DraftScreen"),
});

const versionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/policy/versions/$version",
  component: lazyRouteComponent(() => import("./policy/version-screen.tsx"), "VersionScreen"),
});

const compareRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/policy/compare",
  component: lazyRouteComponent(() => import("./policy/compare-screen.tsx"), "CompareScreen"),
  validateSearch: (search): { from?: string; to?: string } => ({
    ...(typeof search.from === "string" ? { from: search.from } : {}),
    ...(typeof search.to === "string" ? { to: search.to } : {}),
  }),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signInRoute,
    joinRoute,
    frameRoute.addChildren([
      startRoute,
      queueRoute,
      ticketRoute,
      disagreementsRoute,
      shiftRoute,
      calendarsRoute,
      incidentsRoute,
      conductRoute,
      caseRoute,
      incidentRoute,
      releasesRoute,
      releaseRoute,
      wishesRoute,
      wishRoute,
      documentsRoute,
      newDocumentRoute,
      documentRoute,
      policyRoute,
      draftRoute,
      versionRoute,
      compareRoute,
    ]),
  ]),
  basepath: "/desk",
  scrollRestoration: false,
});

/** A read that was refused for want of a sign-in leads to one, and back here afterwards. */
export function followSignOut(): void {
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "error" || !isSignedOut(event.action.error)) return;
    const { pathname, publicHref } = router.state.location;
    if (pathname.startsWith("/sign-in") || router.state.status === "pending") return;
    queries.removeQueries({ queryKey: ["me"] });
    void router.navigate({ to: "/sign-in", search: { next: publicHref, ended: true } });
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
