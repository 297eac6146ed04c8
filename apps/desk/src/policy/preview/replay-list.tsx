import { Link } from "@tanstack/react-router";
import { PolicyText, Said, useClockWords, usePolicyWords, When } from "@troth/ui";
import type { PolicyReplay } from "../../wire.ts";
import classes from "./preview.module.css";
import { UntoldWhy } from "./untold-why.tsx";

type Ticket = PolicyReplay["tickets"][number];

/** Past tickets that would have gone another way, the newest first. */
export function ReplayList({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const words = usePolicyWords();
  if (tickets.length === 0) return null;
  const { number, customer, opened, before, after } = words.replayColumns;
  return (
    <section className={classes.part}>
      <h3>{words.replayList}</h3>
      <div className={classes.scroll} role="group" aria-label={words.replayList} tabIndex={0}>
        <table className={classes.table}>
          <caption className="troth-hidden">{words.replayList}</caption>
          <thead>
            <tr>
              {[number, customer, opened, before, after].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tickets.map((ticket) => (
              <Row key={ticket.number} ticket={ticket} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ ticket }: { readonly ticket: Ticket }) {
  const words = usePolicyWords();
  const { customer, opened, before, after } = words.replayColumns;
  return (
    <tr>
      <th scope="row">
        <Link to="/tickets/$number" params={{ number: String(ticket.number) }}>
          {ticket.number}
        </Link>
      </th>
      <td dir="auto" data-label={customer}>
        {ticket.organisation.name}
      </td>
      <td data-label={opened}>
        <When at={ticket.openedAt} form="short" />
      </td>
      <td data-label={before}>
        <Side ticket={ticket} side="before" />
      </td>
      <td data-label={after}>
        <Side ticket={ticket} side="after" />
      </td>
    </tr>
  );
}

/** Plan, severity and each clock that differs, on one side of the draft. */
function Side({ ticket, side }: { readonly ticket: Ticket; readonly side: "before" | "after" }) {
  const words = usePolicyWords();
  const clock = useClockWords();
  const metrics: Readonly<Record<string, string>> = clock.metrics;
  const isAfter = side === "after";
  if (isAfter && ticket.untold !== null) return <UntoldWhy why={ticket.untold} />;
  const [plan, severity] = isAfter
    ? [ticket.planAfter, ticket.severityAfter]
    : [ticket.planBefore, ticket.severityBefore];
  return (
    <div className={classes.cell}>
      <span>
        <PolicyText>{[plan, severity].filter((name) => name !== null).join(", ")}</PolicyText>
      </span>
      {isAfter && ticket.entitlement !== null && (
        <span>
          <strong>{words.mayOpen[ticket.entitlement.decision]}:</strong> <Said answer={ticket.entitlement} />
        </span>
      )}
      {ticket.clocks.map((one) => {
        const due = isAfter ? one.dueAfter : one.dueBefore;
        const outcome = isAfter ? one.outcomeAfter : one.outcomeBefore;
        return (
          <span key={one.metric}>
            {metrics[one.metric] ?? one.metric}: {due === null ? "" : <When at={due} isDue form="short" />} (
            {words.outcomes[outcome]})
          </span>
        );
      })}
    </div>
  );
}
