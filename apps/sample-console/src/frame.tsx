import type { MouseEvent, ReactNode } from "react";
import type { Session, SignedIn } from "../server/wire.ts";
import { hrefOf } from "./address.ts";
import { Link } from "./link.tsx";
import { Menu } from "./menu.tsx";
import { PlanSwitch } from "./plan-switch.tsx";
import { openSupport } from "./support.ts";

type Props = {
  readonly session: SignedIn;
  readonly path: string;
  readonly unread: number;
  readonly onSignOut: () => void;
  readonly onSession: (session: Session) => void;
  readonly children: ReactNode;
};

const items = [
  ["/projects", "Projects"],
  ["/branches", "Branches"],
  ["/endpoints", "Endpoints"],
  ["/billing", "Billing"],
  ["/settings", "Settings"],
] as const;

/** Top bar, sidebar and the page between them. */
export function Frame({ session, path, unread, onSignOut, onSession, children }: Props) {
  return (
    <>
      <header>
        <p className="demo-strip">
          Demo. Acme DB does not exist; everything here is made up to show how a vendor embeds support.
        </p>
        <div className="top">
          <Link to="/projects" className="brand">
            <Mark /> Acme DB
          </Link>
          <span className="organisation">{session.organisation.name}</span>
          <span className="spring" />
          <PlanSwitch session={session} onSession={onSession} />
          <Menu id="help" label="Help" face="?">
            <Link to="/about/docs">Docs</Link>
            <Link to="/about/ask">Ask the docs</Link>
            <SupportLink session={session}>Support</SupportLink>
            <Link to="/about/status">Status</Link>
            <Link to="/about/community">Community</Link>
          </Menu>
          <Menu id="user" label={`Account of ${session.person.name}`} face={firstNameOf(session.person.name)}>
            <p>
              <strong>{session.person.name}</strong>
              <br />
              {session.person.email}
            </p>
            <Link to="/settings">Settings</Link>
            <button type="button" onClick={onSignOut}>
              Sign out
            </button>
          </Menu>
        </div>
      </header>
      <div className="body">
        <nav className="side" aria-label="Console">
          {items.map(([to, label]) => (
            <Link key={to} to={to} aria-current={path.startsWith(to) ? "page" : undefined}>
              {label}
            </Link>
          ))}
          <SupportLink session={session} opens={unread > 0 ? "tickets" : "new"}>
            Support
            {unread > 0 && (
              <span className="unread">
                {unread}
                <span className="for-reader">{unread === 1 ? " unread answer" : " unread answers"}</span>
              </span>
            )}
          </SupportLink>
        </nav>
        <main>{children}</main>
      </div>
    </>
  );
}

/** The one way to support: a real address (`?modal=support`), opened in place. */
function SupportLink(props: {
  readonly session: SignedIn;
  readonly opens?: "new" | "tickets";
  readonly children: ReactNode;
}) {
  function open(event: MouseEvent<HTMLAnchorElement>): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openSupport(props.session, { view: props.opens ?? "new" });
  }
  return (
    <a href={hrefOf("/projects?modal=support")} onClick={open}>
      {props.children}
    </a>
  );
}

function firstNameOf(name: string): string {
  return name.split(/[\s-]/)[0] ?? name;
}

function Mark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d="M3 5c0-1.7 3.1-3 7-3s7 1.3 7 3v10c0 1.7-3.1 3-7 3s-7-1.3-7-3z" fill="currentColor" />
      <path d="M3 8.5c1.5 1.2 4 1.9 7 1.9s5.5-.7 7-1.9" stroke="var(--sheet)" strokeWidth="1.6" fill="none" />
    </svg>
  );
}
