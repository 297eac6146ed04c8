import { useState } from "react";
import type { SignedIn } from "../../server/wire.ts";
import { api } from "../api.ts";

export function Settings({ session }: { readonly session: SignedIn }) {
  const [failure, setFailure] = useState<string | null>(null);

  async function openPortal(): Promise<void> {
    try {
      location.assign((await api.portalLink()).href);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "The portal could not be opened.");
    }
  }

  return (
    <>
      <h1>Settings</h1>
      <h2>Members of {session.organisation.name}</h2>
      <ul className="plain">
        {session.members.map((member) => (
          <li key={member.id}>
            {member.name} <span className="quiet">{member.email}</span>{" "}
            <span className="tag">{member.role}</span>
          </li>
        ))}
      </ul>
      <h2>Support portal</h2>
      <p>All tickets of {session.organisation.name}, outside this console.</p>
      <p>
        <button type="button" className="act" onClick={() => void openPortal()}>
          Open the support portal
        </button>
      </p>
      {failure && <p role="alert">{failure}</p>}
    </>
  );
}
