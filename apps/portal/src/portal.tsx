import { useQuery } from "@tanstack/react-query";
import {
  browserZone,
  chosenTongue,
  createDraftStore,
  draftPort,
  ProblemNote,
  SpeechProvider,
  useSpeech,
  Waiting,
} from "@troth/ui";
import { doorsOf, failureKind, type Me, tabMirror, useCustomerDesk } from "@troth/ui/customer";
import { type ReactNode, useEffect, useMemo } from "react";
import { go, type Page, pageOf, usePath } from "./address.ts";
import { troth } from "./client.ts";
import { Frame } from "./frame.tsx";
import { CausePage } from "./pages/cause-page.tsx";
import { ConductPage } from "./pages/conduct-page.tsx";
import { EntitlementPage } from "./pages/entitlement-page.tsx";
import { MissingPage } from "./pages/missing-page.tsx";
import { NewTicketPage } from "./pages/new-ticket-page.tsx";
import { PreferencesPage } from "./pages/preferences-page.tsx";
import { TicketPage } from "./pages/ticket-page.tsx";
import { TicketsPage } from "./pages/tickets-page.tsx";
import { EnterScreen } from "./sign-in/enter-screen.tsx";
import { SignInScreen } from "./sign-in/sign-in-screen.tsx";

/** The portal: outside, the ways in; inside, the reader's tickets. */
export function Portal() {
  const path = usePath();
  const page = pageOf(path);
  if (page.kind === "sign-in") return <SignInScreen />;
  if (page.kind === "enter" || page.kind === "from-console") return <EnterScreen way={page.kind} />;
  return <Inside page={page} path={path} />;
}

function Inside({ page, path }: { readonly page: Page; readonly path: string }) {
  const desk = useCustomerDesk();
  const me = useQuery({ queryKey: ["me"], queryFn: desk.me });
  const isSignedOut = me.isError && failureKind(me.error) === "signed-out";
  // A sign-in that ends while one writes does not take the page away: sending says so and offers the way back.
  const mustSignIn = isSignedOut && !me.data;
  useEffect(() => {
    if (mustSignIn) go(`/sign-in?next=${encodeURIComponent(path)}`, "replace");
  }, [mustSignIn, path]);
  if (me.data)
    return (
      <InOwnWords>
        <Pages me={me.data} page={page} />
      </InOwnWords>
    );
  if (mustSignIn) return null;
  return (
    <main className="alone">
      {me.isError ? <ProblemNote error={me.error} onRetry={() => void me.refetch()} /> : <Waiting />}
    </main>
  );
}

/** In the language and time zone that the reader chose in the settings; the browser's where they chose none. */
function InOwnWords({ children }: { readonly children: ReactNode }) {
  const desk = useCustomerDesk();
  const { data, isPending } = useQuery({ queryKey: ["preference"], queryFn: desk.preference });
  const tongue = chosenTongue(data?.locale ?? null);
  useEffect(() => {
    document.documentElement.lang = tongue.locale;
  }, [tongue.locale]);
  if (isPending) return null;
  return (
    <SpeechProvider tongue={tongue} zone={data?.zone ?? browserZone()}>
      {children}
    </SpeechProvider>
  );
}

function Pages({ me, page }: { readonly me: Me; readonly page: Page }) {
  const { words } = useSpeech();
  const person = me.person.id;
  const drafts = useMemo(
    () => createDraftStore({ port: draftPort(troth), mirror: tabMirror(person) }),
    [person],
  );
  const doors = doorsOf(me, "portal");
  return (
    <Frame me={me} page={page}>
      {page.kind === "tickets" && <TicketsPage me={me} />}
      {page.kind === "ticket" && <TicketPage me={me} number={page.number} drafts={drafts} doors={doors} />}
      {page.kind === "cause" && (
        <CausePage key={page.document} number={page.number} document={page.document} />
      )}
      {page.kind === "new" && <NewTicketPage drafts={drafts} doors={doors} />}
      {page.kind === "entitlement" && <EntitlementPage me={me} />}
      {page.kind === "preferences" && <PreferencesPage />}
      {page.kind === "conduct" && <ConductPage />}
      {page.kind === "missing" && <MissingPage title={words.notFoundTitle} />}
    </Frame>
  );
}
