import { When } from "../facts/when.tsx";
import { useSpeech } from "../speech/speech.tsx";
import classes from "./customer.module.css";
import type { Me } from "./wire.ts";

/** Told until the reader has used support under the new version: when the policy changed, and what (P131). */
export function PolicyChanged({ me }: { readonly me: Me }) {
  const { words } = useSpeech();
  if (me.policyChange === null) return null;
  const { publishedAt, page } = me.policyChange;
  const href = new URL(page, me.workspace.url).href;
  return (
    <p className={classes.hint}>
      {words.policyChangedOn(<When at={publishedAt} />)}{" "}
      <a href={href} target="_blank" rel="noreferrer">
        {words.whatChanged}
      </a>
    </p>
  );
}
