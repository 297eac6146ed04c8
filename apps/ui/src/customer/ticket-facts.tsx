import { useClockWords } from "../catalogue/use-clock-words.ts";
import { useCoverageWords } from "../catalogue/use-coverage-words.ts";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import { useTextWords } from "../catalogue/use-text-words.ts";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { AssessedOn } from "../facts/assessed-on.tsx";
import { HeldFacts } from "../facts/held-facts.tsx";
import { NotCovered } from "../facts/not-covered.tsx";
import { OutcomeName } from "../facts/outcome.tsx";
import { PromiseList } from "../facts/promise-list.tsx";
import { toldPromises } from "../facts/promise-moves.ts";
import { nameOfFact } from "../facts/sent-fact.ts";
import { Severity } from "../facts/severity.tsx";
import { TranscriptButtons } from "../facts/transcript.tsx";
import { When } from "../facts/when.tsx";
import { MaskedText } from "../secrets/masked-text.tsx";
import { POLICY_LANG, WithPolicyText } from "../speech/policy-text.tsx";
import { AroundFacts } from "./around/around-facts.tsx";
import { Objection } from "./around/standing-lines.tsx";
import type { TicketHref } from "./around/ticket-link.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import type { Me, Ticket } from "./wire.ts";

type FactsProps = { readonly ticket: Ticket; readonly role: Me["role"]; readonly hrefOf: TicketHref };

/** The facts of a ticket, beside the conversation; under it on a phone. */
export function TicketFacts({ ticket, role, hrefOf }: FactsProps) {
  const words = usePortalWords();
  const form = useWidgetWords();
  const text = useTextWords();
  const desk = useCustomerDesk();
  const coverage = useCoverageWords();
  const { severity, place } = ticket;
  return (
    <aside className={classes.facts} aria-label={words.facts}>
      <dl>
        <Promises ticket={ticket} />
        <dt>{words.severity}</dt>
        <dd>
          <Severity severity={severity} />
          <p className={classes.hint}>
            <WithPolicyText text={severityWords(ticket, words)} parts={[severity.chosenName ?? ""]} />
          </p>
          <AssessedOn timeline={ticket.timeline} />
          {ticket.proposal !== null && (
            <details className={classes.hint}>
              <summary>
                {coverage.proposedThen} <Severity severity={ticket.proposal.severity} />
              </summary>
              <HeldFacts proposal={ticket.proposal} />
            </details>
          )}
          <Objection ticket={ticket} />
        </dd>
        <dt>{words.people}</dt>
        <dd dir="auto">{ticket.assignee ?? words.nobodyYet}</dd>
        <AroundFacts ticket={ticket} role={role} hrefOf={hrefOf} />
        <dt>{words.place}</dt>
        <dd>{placeWords(place) || words.noPlace}</dd>
        <dt>{words.category}</dt>
        <dd lang={POLICY_LANG}>{ticket.category.name}</dd>
        <dt>{words.opened}</dt>
        <dd>
          <When at={ticket.openedAt} /> <span dir="auto">{words.openedBy(ticket.requester)}</span>,{" "}
          {words.openedThrough(words.intakes[ticket.intake])}
        </dd>
        {ticket.outcome !== null && (
          <>
            <dt>{words.outcomeLabel}</dt>
            <dd>
              <OutcomeName outcome={ticket.outcome} />
              {ticket.notCovered !== null && <NotCovered fact={ticket.notCovered} />}
            </dd>
          </>
        )}
        {ticket.businessImpact !== null && (
          <>
            <dt>{words.impact}</dt>
            <dd dir="auto">
              <MaskedText text={ticket.businessImpact} />
            </dd>
          </>
        )}
        {ticket.facts.length > 0 && (
          <>
            <dt>{words.sentAlong}</dt>
            {ticket.facts.map((fact) => (
              <dd key={fact.name + fact.value} dir="auto">
                {nameOfFact(fact.name, form.factNames)}: <MaskedText text={fact.value} />
              </dd>
            ))}
          </>
        )}
        <dt>{text.transcript.title}</dt>
        <dd>
          <TranscriptButtons number={ticket.number} read={(query) => desk.transcript(ticket.number, query)} />
        </dd>
        <dt>{words.policy}</dt>
        <dd>{ticket.policyVersion}</dd>
      </dl>
    </aside>
  );
}

/** Every clock and how each moved; one that never moved stands above the conversation already. */
function Promises({ ticket }: { readonly ticket: Ticket }) {
  const words = useClockWords();
  const told = toldPromises(ticket.promises);
  if (told.length === 0 || (told.length === 1 && told[0]?.history.length === 0)) return null;
  return (
    <>
      <dt>{words.promises}</dt>
      <dd>
        <PromiseList promises={told} timeline={ticket.timeline} reader="customer" />
      </dd>
    </>
  );
}

function severityWords(ticket: Ticket, words: ReturnType<typeof usePortalWords>): string {
  const { chosen, chosenName, assessed } = ticket.severity;
  if (assessed !== null && chosen !== assessed && chosenName !== null)
    return words.severityAssessedFrom(chosenName);
  if (assessed !== null) return words.severityAssessed;
  return chosen === null
    ? `${words.severityNotChosen} ${words.severityNotAssessedDefault}`
    : words.severityNotAssessed;
}

/** “staging / main / ep-7, eu-1”. */
function placeWords(place: Ticket["place"]): string {
  const parts = [place.project?.name, place.branch?.name, place.endpoint].filter(Boolean).join(" / ");
  return place.region === null || parts === "" ? parts : `${parts}, ${place.region}`;
}
