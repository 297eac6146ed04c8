import { IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { nameOfFact } from "../facts/sent-fact.ts";
import classes from "./customer.module.css";
import type { Fact } from "./wire.ts";

/** What the page knows and would send; each can be taken out, and put back. */
export function SentAlong(props: {
  readonly facts: readonly Fact[];
  readonly leftOut: readonly string[];
  readonly onChange: (leftOut: readonly string[]) => void;
}) {
  const words = useWidgetWords();
  const box = useRef<HTMLDivElement>(null);
  const kept = props.facts.filter((fact) => !props.leftOut.includes(fact.value));
  const outCount = props.facts.length - kept.length;
  if (props.facts.length === 0) return null;

  // The pressed button goes away: the group takes the focus, so that Tab goes on from here.
  function takeOut(fact: Fact): void {
    box.current?.focus();
    props.onChange([...props.leftOut, fact.value]);
  }

  return (
    <div ref={box} role="group" aria-label={words.sentAlong} tabIndex={-1} className={classes.along}>
      <span className={classes.alongTitle}>{words.sentAlong}</span>
      <ul className={classes.chips}>
        {kept.map((fact) => {
          const name = nameOfFact(fact.name, words.factNames);
          return (
            <li key={fact.name + fact.value} className={classes.chip}>
              <span>
                {name}: <span dir="auto">{fact.value}</span>
              </span>
              <button type="button" aria-label={words.takeOut(name)} onClick={() => takeOut(fact)}>
                <IconX size={16} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      {outCount > 0 && (
        <span className={classes.hint}>
          {words.takenOut(outCount)}{" "}
          <button type="button" className={classes.plainLink} onClick={() => props.onChange([])}>
            {words.putBack}
          </button>
        </span>
      )}
    </div>
  );
}
