import { PolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import classes from "./facts.module.css";

type Named = { readonly name: string };

/** “Enterprise Gold”: support plan and tier as one name. */
export function planWords(plan: Named, tier: Named | null): string {
  return tier === null ? plan.name : `${plan.name} ${tier.name}`;
}

/** A support plan and tier as a word in an outline; no metals, no colours. */
export function Plan(props: { readonly plan: Named | null; readonly tier?: Named | null }) {
  const { words } = useSpeech();
  return (
    <span className={classes.plan}>
      {props.plan === null ? (
        words.noPlan
      ) : (
        <PolicyText>{planWords(props.plan, props.tier ?? null)}</PolicyText>
      )}
    </span>
  );
}
