import { Button } from "@mantine/core";
import {
  AssessedOn,
  MaskedText,
  NotCovered,
  nameOfFact,
  OutcomeName,
  PolicyText,
  PromiseList,
  planWords,
  Severity,
  Timeline,
  toldPromises,
  useClockWords,
  useCoverageWords,
  useDeskWords,
  useSpeech,
  useWidgetWords,
  When,
  WithPolicyText,
} from "@troth/ui";
import { useState } from "react";
import type { DeskTicket } from "../wire.ts";
import { AccountDialog } from "./account-dialog.tsx";
import { HiddenFact, RatingFact, WaitFact, WordFact } from "./around/around-facts.tsx";
import { CauseFact } from "./around/cause-panel.tsx";
import { ConsentFact } from "./around/consent-fact.tsx";
import { FollowersFact, LinksFact, RestrictedFact } from "./around/people-facts.tsx";
import { IssueFact, MisuseFact } from "./coverage-facts.tsx";
import { DuePanel } from "./due-panel.tsx";
import { Fact, Second } from "./fact.tsx";
import { IncidentFact } from "./incident-fact.tsx";
import classes from "./ticket.module.css";
import { TranscriptFact } from "./transcript-fact.tsx";
import { useSeverityNames } from "./use-ticket.ts";
import { Where } from "./where.tsx";
import { WishFact } from "./wish-fact.tsx";

type FactsProps = {
  readonly ticket: DeskTicket;
  /** Why it stands where it stands, as the queue says it. */
  readonly place: DeskTicket["reason"];
  readonly isTimelineApart: boolean;
};

/** The right pane: what is promised, how severe, which plan, where, who. */
export function FactsPane({ ticket, place, isTimelineApart }: FactsProps) {
  const words = useDeskWords();
  return (
    <aside className={classes.facts} aria-label={words.facts} tabIndex={-1} data-pane>
      <DuePanel ticket={ticket} place={place} isBelowStrip={isTimelineApart} />
      <dl className={classes.factList}>
        <WaitFact ticket={ticket} />
        <WordFact ticket={ticket} />
        <PromisesFact ticket={ticket} />
        <SeverityFact ticket={ticket} />
        <PlanFact ticket={ticket} />
        <Fact name={words.category}>
          <PolicyText>{ticket.category.name}</PolicyText>
        </Fact>
        <Fact name={words.where}>
          <Where ticket={ticket} />
        </Fact>
        <IncidentFact ticket={ticket} />
        <WishFact ticket={ticket} />
        <CauseFact ticket={ticket} />
        <IssueFact ticket={ticket} />
        <CustomerFact ticket={ticket} />
        <MisuseFact ticket={ticket} />
        <FollowersFact ticket={ticket} />
        <RestrictedFact ticket={ticket} />
        <LinksFact ticket={ticket} />
        <ConsentFact ticket={ticket} />
        <HiddenFact ticket={ticket} />
        {ticket.outcome !== null && (
          <Fact name={words.outcome}>
            <OutcomeName outcome={ticket.outcome} />
            {ticket.notCovered === null ? (
              ticket.outcome.detail !== null && <Second>{ticket.outcome.detail}</Second>
            ) : (
              <NotCovered fact={ticket.notCovered} />
            )}
          </Fact>
        )}
        <RatingFact ticket={ticket} />
        {ticket.facts.length > 0 && <SentAlong facts={ticket.facts} />}
        <TranscriptFact number={ticket.number} />
        <Fact name={words.policy}>{ticket.policyVersion}</Fact>
      </dl>
      {!isTimelineApart && <TimelineFold ticket={ticket} />}
    </aside>
  );
}

/** All clocks, and how each moved; one clock that never moved is told above already. */
function PromisesFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useClockWords();
  const told = toldPromises(ticket.promises);
  if (told.length === 0 || (told.length === 1 && told[0]?.history.length === 0)) return null;
  return (
    <Fact name={words.promises}>
      <PromiseList promises={told} timeline={ticket.timeline} reader="agent" />
    </Fact>
  );
}

function SeverityFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const coverage = useCoverageWords();
  const { severity } = ticket;
  const hasOwnChoice = severity.chosen !== null && severity.chosen !== severity.current;
  return (
    <Fact name={words.severity}>
      <Severity severity={severity} />
      {severity.assessed === null && (
        <Second>
          {ticket.unassessedSince === null ? (
            shared.notYetAssessed
          ) : (
            <span className={classes.overdue}>
              {coverage.unassessed(<When key="since" at={ticket.unassessedSince} />)}
            </span>
          )}
        </Second>
      )}
      <AssessedOn timeline={ticket.timeline} />
      {hasOwnChoice && (
        <Second>
          <WithPolicyText
            text={shared.customerChose(severity.chosenName ?? severity.chosen ?? "")}
            parts={[severity.chosenName ?? ""]}
          />
        </Second>
      )}
      {ticket.isFlagged && <Second>{words.flagged}</Second>}
    </Fact>
  );
}

function PlanFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const { plan, tier } = ticket.planNow;
  const isSame = plan?.id === ticket.plan.id && (tier?.id ?? null) === (ticket.tier?.id ?? null);
  const hasMoved = ticket.timeline.some(({ kind }) => kind === "plan.changed");
  const standing = hasMoved ? words.planMoved : words.planSame;
  const now = plan === null ? words.planEnded : isSame ? standing : words.planChanged(planWords(plan, tier));
  return (
    <Fact name={shared.plan}>
      <PolicyText>{planWords(ticket.plan, ticket.tier)}</PolicyText>
      <Second>{now}</Second>
    </Fact>
  );
}

function CustomerFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const speech = useSpeech();
  const coverage = useCoverageWords();
  const [isOpen, setOpen] = useState(false);
  const { organisationFigures: figures, requester } = ticket;
  const roles: Readonly<Record<string, string>> = words.customerRoles;
  return (
    <>
      <Fact name={words.customer}>
        <span dir="auto">{ticket.organisation.name}</span>
        <Second>
          {words.openTickets(figures.openTickets)}
          {", "}
          {figures.promisesEnded === 0
            ? words.noPromisesYet
            : words.promisesKept(figures.promisesKept, figures.promisesEnded)}
        </Second>
        {figures.misuses > 0 && <Second>{coverage.misuses(figures.misuses)}</Second>}
        <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpen(true)}>
          {coverage.account}
        </Button>
        <AccountDialog organisation={ticket.organisation} isOpen={isOpen} onClose={() => setOpen(false)} />
      </Fact>
      <Fact name={words.people}>
        <span dir="auto">{requester.name}</span>
        <Second>
          {requester.email}, {roles[requester.role] ?? requester.role}
        </Second>
        {requester.zone !== null && (
          <Second>{words.customerTime(speech.timeIn(requester.zone).full(speech.now()))}</Second>
        )}
        <Second>{words.openedAt(<When at={ticket.openedAt} />)}</Second>
      </Fact>
    </>
  );
}

function SentAlong({ facts }: { readonly facts: DeskTicket["facts"] }) {
  const words = useDeskWords();
  const names = useWidgetWords().factNames;
  return (
    <Fact name={words.factsSent}>
      {facts.map((fact) => (
        <span key={fact.name} className={classes.sent}>
          <span className={classes.second}>{nameOfFact(fact.name, names)}</span>{" "}
          <code dir="auto">
            <MaskedText text={fact.value} />
          </code>
        </span>
      ))}
    </Fact>
  );
}

function TimelineFold({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const severities = useSeverityNames(ticket);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.fold} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {shared.timeline}, {words.timelineCount(ticket.timeline.length)}
      </summary>
      {isOpen && <Timeline entries={ticket.timeline} severities={severities} />}
    </details>
  );
}
