import { useEffect, useState } from "react";
import type { Session, SignedIn } from "../server/wire.ts";
import { afterSignIn, go, here, usePath } from "./address.ts";
import { api } from "./api.ts";
import { Frame } from "./frame.tsx";
import { Pages } from "./pages/pages.tsx";
import { SignIn } from "./pages/sign-in.tsx";
import { embedSupport } from "./support.ts";

/** The console as a whole: signed out it asks who one is, signed in it shows the database vendor's pages. */
export function Console() {
  const path = usePath();
  const [session, setSession] = useState<Session | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    api.session().then(setSession, (error: unknown) => setFailure(String(error)));
  }, []);

  const isSignedOut = session?.person === null;
  useEffect(() => {
    if (isSignedOut && path !== "/sign-in") go(`/sign-in?next=${encodeURIComponent(here())}`, "replace");
  }, [isSignedOut, path]);

  if (failure) return <p className="alone">The console did not load. {failure}</p>;
  if (!session) return null;
  if (session.person === null) {
    const enter = (next: SignedIn) => {
      go(afterSignIn(location.search), "replace");
      setSession(next);
    };
    return <SignIn people={session.people} onSignedIn={enter} />;
  }
  return <Inside session={session} path={path} onSession={setSession} />;
}

function Inside(props: {
  readonly session: SignedIn;
  readonly path: string;
  readonly onSession: (session: Session) => void;
}) {
  const { session, path, onSession } = props;
  const [unread, setUnread] = useState(0);

  useEffect(() => {
    if (path === "/sign-in") go(afterSignIn(location.search), "replace");
  }, [path]);
  // The widget keeps its own session of the frame: it is put on the page once, for whoever is signed in.
  useEffect(() => embedSupport(session, setUnread), [session.person.id]);

  // A full load on leaving: nothing of one person stays in the page for the next.
  const signOut = () => {
    api.signOut().then(
      () => location.assign(document.baseURI),
      () => undefined,
    );
  };
  return (
    <Frame session={session} path={path} unread={unread} onSignOut={signOut} onSession={onSession}>
      <Pages session={session} path={path} onSession={onSession} />
    </Frame>
  );
}
