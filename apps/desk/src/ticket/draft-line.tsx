import { type DraftState, useDeskWords } from "@troth/ui";
import classes from "./ticket.module.css";

/** Where the text lies that is not sent yet. */
export function DraftLine({ state }: { readonly state: DraftState }) {
  const words = useDeskWords();
  const text = {
    none: "",
    saving: words.draftSaving,
    kept: words.draftKept,
    "here-only": words.draftHereOnly,
  }[state];
  return <span className={classes.draftLine}>{text}</span>;
}
