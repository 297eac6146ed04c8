import { useState } from "react";
import type { PersonToChoose, SignedIn } from "../../server/wire.ts";
import { api } from "../api.ts";

type Props = {
  readonly people: readonly PersonToChoose[];
  readonly onSignedIn: (session: SignedIn) => void;
};

/** The demo's sign-in: choose who to be. There are no passwords because there is nothing to protect. */
export function SignIn({ people, onSignedIn }: Props) {
  const [failure, setFailure] = useState<string | null>(null);
  const organisations = [...new Set(people.map((person) => person.organisation))];

  async function enter(person: string): Promise<void> {
    try {
      onSignedIn(await api.signIn(person));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "Signing in failed.");
    }
  }

  return (
    <main className="sign-in">
      <h1>Sign in to Acme DB</h1>
      <p>This is a demo console. Choose whom to be; there is no password.</p>
      {failure && <p role="alert">{failure}</p>}
      {organisations.map((organisation) => {
        const members = people.filter((person) => person.organisation === organisation);
        return (
          <section key={organisation} aria-label={organisation}>
            <h2>
              {organisation} <span className="tag">{members[0]?.plan}</span>
            </h2>
            <ul>
              {members.map((person) => (
                <li key={person.id}>
                  <button type="button" onClick={() => void enter(person.id)}>
                    {person.name} <small>{person.role}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </main>
  );
}
