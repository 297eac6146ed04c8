import {
  OfflineLine,
  useConductWords,
  useIncidentWords,
  usePortalWords,
  useSpeech,
  useTicketActWords,
} from "@troth/ui";
import { type Me, useLive } from "@troth/ui/customer";
import { type ReactNode, useEffect } from "react";
import type { Page } from "./address.ts";
import { signOut } from "./client.ts";
import { Link } from "./link.tsx";

/** The portal's page: who one is, the few ways, the content, the policy it rests on. */
export function Frame(props: { readonly me: Me; readonly page: Page; readonly children: ReactNode }) {
  const { me, page } = props;
  const words = usePortalWords();
  const incidents = useIncidentWords();
  const acts = useTicketActWords();
  const conduct = useConductWords();
  const { words: shared } = useSpeech();
  const live = useLive(true);
  const name = words.portalName(me.workspace.name);
  useEffect(() => {
    document.title = name;
  }, [name]);
  const isTickets =
    page.kind === "tickets" || page.kind === "ticket" || page.kind === "cause" || page.kind === "new";
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        {me.workspace.isDemo && <p className="demo">{words.demo}</p>}
        <div className="bar">
          <Link to="/" className="name">
            {name}
          </Link>
          <nav aria-label={name}>
            <Link to="/" aria-current={isTickets ? "page" : undefined}>
              {words.ticketsOf(me.organisation.name)}
            </Link>
            <Link to="/entitlement" aria-current={page.kind === "entitlement" ? "page" : undefined}>
              {words.entitlementShort}
            </Link>
            <Link to="/preferences" aria-current={page.kind === "preferences" ? "page" : undefined}>
              {acts.preferencesShort}
            </Link>
          </nav>
          <span className="who">
            <span dir="auto" title={words.signedInAs(me.person.name)}>
              {me.person.name}
            </span>
            <button type="button" className="quiet-button" onClick={() => void signOut()}>
              {shared.signOut}
            </button>
          </span>
        </div>
        <OfflineLine since={live.lostSince} />
      </header>
      <main id="content" tabIndex={-1} className="content">
        {props.children}
      </main>
      <footer className="foot">
        <a href={me.workspace.supportPage}>{words.policyVersion(me.workspace.policyVersion)}</a>
        <Link to="/entitlement">{words.entitlement}</Link>
        <Link to="/conduct">{conduct.conduct}</Link>
        <a href="/status">{incidents.statusPage}</a>
      </footer>
    </>
  );
}
