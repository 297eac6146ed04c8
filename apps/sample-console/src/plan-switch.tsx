import { useState } from "react";
import type { Session, SignedIn } from "../server/wire.ts";
import { api } from "./api.ts";

type Props = { readonly session: SignedIn; readonly onSession: (session: Session) => void };

/** For the demo alone: moves the organisation to another plan, as the vendor's billing would. */
export function PlanSwitch({ session, onSession }: Props) {
  const [note, setNote] = useState("");

  async function change(plan: string): Promise<void> {
    setNote("Changing the plan.");
    try {
      const next = await api.changePlan(plan);
      onSession(next);
      setNote(`${next.organisation.name} is now on ${next.plan.name}.`);
    } catch (error) {
      setNote(error instanceof Error ? error.message : "The plan was not changed.");
    }
  }

  return (
    <span className="plan-switch">
      <label>
        <span>Demo plan</span>
        <select value={session.plan.id} onChange={(event) => void change(event.target.value)}>
          {session.plans.map((plan) => (
            <option key={plan.id} value={plan.id}>
              {plan.name}
            </option>
          ))}
        </select>
      </label>
      <span role="status" className={note.startsWith("The plan") ? "note bad" : "note"}>
        {note}
      </span>
    </span>
  );
}
