import { IconChevronDown, IconCircleDashed } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { Severity } from "../facts/severity.tsx";
import { POLICY_LANG, PolicyText } from "../speech/policy-text.tsx";
import type { SeverityOfPolicy } from "../wire.ts";
import classes from "./customer.module.css";
import { CONTROLS } from "./new-ticket.ts";

/** Severity, never required, with the policy's own definitions and examples beside each level. */
export function SeverityField(props: {
  readonly severities: readonly SeverityOfPolicy[];
  readonly value: string | null;
  /** The policy wants it chosen. */
  readonly isNeeded: boolean;
  readonly fault: string | null;
  readonly onChange: (severity: string | null) => void;
}) {
  const words = useWidgetWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div
      role="radiogroup"
      id={CONTROLS.severity}
      tabIndex={-1}
      aria-labelledby={`${id}-label`}
      aria-required={props.isNeeded}
      className={classes.group}
    >
      <div className={classes.legend}>
        <span id={`${id}-label`} className={classes.label}>
          {props.isNeeded ? words.severityNeeded : words.severity}
        </span>
        <button
          type="button"
          className={classes.reveal}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen((was) => !was)}
        >
          {isOpen ? words.severityMeaningHide : words.severityMeaning}
          <IconChevronDown size={16} aria-hidden data-open={isOpen} />
        </button>
      </div>
      <div id={id} className={classes.levels}>
        {props.severities.map((severity) => (
          <Level
            key={severity.id}
            value={severity.id}
            isChosen={props.value === severity.id}
            name={<Severity severity={severity} />}
            summary={<PolicyText>{severity.summary}</PolicyText>}
            onChoose={() => props.onChange(severity.id)}
          >
            {isOpen && <Meaning severity={severity} />}
          </Level>
        ))}
        {!props.isNeeded && (
          <Level
            value=""
            isChosen={props.value === null}
            name={
              <>
                <IconCircleDashed size={16} aria-hidden /> {words.youDecide}
              </>
            }
            summary={words.youDecideHint}
            onChoose={() => props.onChange(null)}
          />
        )}
      </div>
      {props.fault && <p className={classes.fault}>{props.fault}</p>}
    </div>
  );
}

function Level(props: {
  readonly value: string;
  readonly isChosen: boolean;
  readonly name: ReactNode;
  readonly summary: ReactNode;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes.level} data-chosen={props.isChosen}>
      <label className={classes.levelHead}>
        <input
          type="radio"
          name="troth-severity"
          value={props.value}
          checked={props.isChosen}
          aria-describedby={id}
          onChange={props.onChoose}
        />
        <span className={classes.levelName}>{props.name}</span>
        <span id={id} className={classes.levelSummary}>
          {props.summary}
        </span>
      </label>
      {props.children}
    </div>
  );
}

/** The policy's grounds for one level: what it means first, then the examples. */
function Meaning({ severity }: { readonly severity: SeverityOfPolicy }) {
  const words = useWidgetWords();
  const examples = severity.grounds.filter((ground) => ground.kind === "example");
  const others = severity.grounds.filter((ground) => ground.kind !== "example");
  return (
    <div className={classes.meaning}>
      <Grounds grounds={others} />
      {examples.length > 0 && <p>{words.examples}</p>}
      <Grounds grounds={examples} />
    </div>
  );
}

function Grounds({ grounds }: { readonly grounds: SeverityOfPolicy["grounds"] }) {
  if (grounds.length === 0) return null;
  return (
    <ul>
      {grounds.map((ground) => (
        <li key={ground.id}>
          <PolicyText>{ground.text}</PolicyText>
          {ground.points.length > 0 && (
            <ul>
              {ground.points.map((point) => (
                <li key={point.id} lang={POLICY_LANG}>
                  {point.text}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
