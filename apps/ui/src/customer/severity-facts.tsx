import { IconChevronDown } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { HeldFacts } from "../facts/held-facts.tsx";
import { Severity } from "../facts/severity.tsx";
import { POLICY_LANG } from "../speech/policy-text.tsx";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import type { SeverityProposal } from "../wire.ts";
import { Act } from "./act.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import { ChoiceField } from "./field.tsx";
import { answersAmong, type NewTicket } from "./new-ticket.ts";
import type { FactAsked } from "./wire.ts";

/** What the policy's rules make of the facts so far, and which ones are asked now; at once, and never a barrier. */
export function useProposal(ticket: NewTicket) {
  const desk = useCustomerDesk();
  const { category, product, project, branch, endpoint, severityFacts } = ticket;
  const about = { category, product, project, branch, endpoint, severityFacts };
  return useQuery({
    queryKey: ["proposal", about],
    queryFn: ({ signal }) => desk.propose({ ...about, severityFacts: { ...severityFacts } }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

type FactsProps = {
  readonly ticket: NewTicket;
  readonly onChange: (part: Partial<NewTicket>) => void;
};

/** A few facts, if one knows them, and the severity that the policy proposes from them. */
export function SeverityFacts({ ticket, onChange }: FactsProps) {
  const words = useWidgetWords();
  const id = useId();
  const { data, isPlaceholderData } = useProposal(ticket);
  const [isOpen, setOpen] = useState(() => Object.keys(ticket.severityFacts).length > 0);
  const asks = data?.asks ?? [];
  const proposal = Object.keys(ticket.severityFacts).length > 0 ? (data?.proposal ?? null) : null;
  useSaid(proposal?.severity);
  usePruned(ticket, isPlaceholderData ? null : (data?.asks ?? null), onChange);
  if (asks.length === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend className="troth-hidden">{words.facts}</legend>
      <button
        type="button"
        className={classes.reveal}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        {words.facts}
        <IconChevronDown size={16} aria-hidden data-open={isOpen} />
      </button>
      <div id={id} hidden={!isOpen} className={classes.group}>
        <p className={classes.hint}>{words.factsHint}</p>
        <div className={classes.facing}>
          {asks.map((ask) => (
            <Ask
              key={ask.id}
              ask={ask}
              answer={ticket.severityFacts[ask.id] ?? ask.answer}
              onChange={(answer) =>
                onChange({ severityFacts: withAnswer(ticket.severityFacts, ask.id, answer) })
              }
            />
          ))}
        </div>
      </div>
      {proposal !== null && (
        <Proposal
          proposal={proposal}
          isChosen={ticket.severity === proposal.severity.id}
          onUse={(severity) => onChange({ severity })}
        />
      )}
    </fieldset>
  );
}

/** Another proposal is said once, without moving the focus. */
function useSaid(severity: SeverityProposal["severity"] | undefined): void {
  const words = useWidgetWords();
  const announce = useAnnounce();
  const said = severity === undefined ? null : `${words.proposes} ${severity.rank} ${severity.name}`;
  useEffect(() => {
    if (said !== null) announce(said);
  }, [said, announce]);
}

function withAnswer(answers: NewTicket["severityFacts"], id: string, answer: string | null) {
  const { [id]: _, ...others } = answers;
  return answer === null ? others : { ...others, [id]: answer };
}

/** An answer to a question that is no longer asked is dropped, so that it proposes nothing unseen. */
function usePruned(
  ticket: NewTicket,
  asks: readonly FactAsked[] | null,
  onChange: FactsProps["onChange"],
): void {
  useEffect(() => {
    if (asks === null || asks.length === 0) return;
    const severityFacts = answersAmong(
      ticket.severityFacts,
      asks.map(({ id }) => id),
    );
    if (Object.keys(severityFacts).length < Object.keys(ticket.severityFacts).length)
      onChange({ severityFacts });
  });
}

function Ask(props: {
  readonly ask: FactAsked;
  readonly answer: string | null;
  readonly onChange: (answer: string | null) => void;
}) {
  const words = useWidgetWords();
  const { locale } = useSpeech();
  const { ask } = props;
  const isYesNo = ask.choices.length === 0;
  return (
    <ChoiceField
      id={`troth-fact-${ask.id}`}
      label={ask.question}
      lang={POLICY_LANG}
      none={words.notKnown}
      value={props.answer}
      choices={
        isYesNo
          ? [
              { id: "yes", name: words.yes },
              { id: "no", name: words.no },
            ]
          : ask.choices.map(({ id, text }) => ({ id, name: text }))
      }
      {...(isYesNo ? { choicesLang: locale } : {})}
      {...(ask.isKnown ? { hint: words.factKnown, hintLang: locale } : {})}
      onChange={props.onChange}
    />
  );
}

/** The proposal in a sentence, and one press to take it. */
function Proposal(props: {
  readonly proposal: SeverityProposal;
  readonly isChosen: boolean;
  readonly onUse: (severity: string) => void;
}) {
  const words = useWidgetWords();
  const { proposal, isChosen } = props;
  return (
    <div className={classes.remark}>
      <p>
        {words.proposes} <Severity severity={proposal.severity} />
      </p>
      <HeldFacts proposal={proposal} />
      <div className={classes.acts}>
        {isChosen ? (
          <p className={classes.hint}>{words.proposalChosen}</p>
        ) : (
          <Act onClick={() => props.onUse(proposal.severity.id)}>{words.useProposal}</Act>
        )}
      </div>
    </div>
  );
}
