import { PolicyText, usePolicyWords, useSpeech } from "@troth/ui";
import { Fragment } from "react";
import type { PolicyChange } from "../../wire.ts";
import { Arrow } from "../arrow.tsx";
import classes from "./preview.module.css";

/** Worked out here or told by the desk: the same differences. */
type Told = Pick<PolicyChange, "id" | "plan" | "kind" | "sentence">;

/** Differences in the customers' words: per support plan, then what concerns everybody. */
export function ChangesList({ changes }: { readonly changes: readonly Told[] }) {
  const words = usePolicyWords();
  const { locale } = useSpeech();
  if (changes.length === 0) return <p>{words.noChanges}</p>;
  const groups = Map.groupBy(changes, ({ plan }) => plan?.id ?? null);
  const plans = [...groups].filter(([id]) => id !== null);
  const everybody = groups.get(null);
  return [...plans, ...(everybody === undefined ? [] : [[null, everybody] as const])].map(([id, some]) => (
    <section key={id ?? "everybody"} className={classes.part}>
      <h3>
        {id === null ? words.forEverybody : words.forPlan(<PolicyText>{some[0]?.plan?.name}</PolicyText>)}
      </h3>
      <ul className={classes.changes}>
        {some.map((change) => (
          <li key={change.id}>
            <strong>{words.changeKinds[change.kind]}:</strong> <Sentence text={change.sentence[locale]} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** “before → after”, the arrow drawn: the screens' letters have none. */
function Sentence({ text }: { readonly text: string }) {
  const [first = "", ...rest] = text.split(" → ");
  return (
    <>
      {first}
      {rest.map((piece) => (
        <Fragment key={piece}>
          <Arrow />
          {piece}
        </Fragment>
      ))}
    </>
  );
}
