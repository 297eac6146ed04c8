import { Button } from "@mantine/core";
import { HeldFacts, Severity, useDeskWords, WithPolicyText } from "@troth/ui";
import type { DeskTicket } from "../wire.ts";
import classes from "./ticket.module.css";

type Proposal = NonNullable<DeskTicket["proposal"]>;

/** What the policy's rules proposed at the opening, beside what the customer chose; it decided nothing. */
export function ProposalLine({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const { proposal, severity, requester } = ticket;
  if (proposal === null) return null;
  const chosen =
    severity.chosenName === null
      ? words.choseNothing(requester.name)
      : words.chose(requester.name, severity.chosenName);
  return (
    <details className={classes.proposal}>
      <summary>
        {words.proposed} <Severity severity={proposal.severity} />;{" "}
        <WithPolicyText text={chosen} parts={[severity.chosenName ?? ""]} />
      </summary>
      <HeldFacts proposal={proposal} />
    </details>
  );
}

/** The same in the dialog of an assessment: it preselects nothing and is one press away. */
export function ProposalOffer(props: { readonly proposal: Proposal; readonly onUse: () => void }) {
  const words = useDeskWords();
  return (
    <section className={classes.proposal} aria-label={words.proposalTitle}>
      <p>
        {words.proposed} <Severity severity={props.proposal.severity} />
      </p>
      <HeldFacts proposal={props.proposal} />
      <Button variant="default" onClick={props.onUse}>
        {words.useProposal}
      </Button>
    </section>
  );
}
