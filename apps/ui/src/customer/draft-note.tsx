import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import type { DraftState } from "../drafts/draft-store.ts";
import classes from "./customer.module.css";

/** Where the unsent text lies, in two words. Silent for screen readers: it changes with every pause in typing. */
export function DraftNote({ state }: { readonly state: DraftState }) {
  const words = useWidgetWords();
  const text = {
    none: "",
    saving: words.draftSaving,
    kept: words.draftKept,
    "here-only": words.draftHere,
  }[state];
  return <p className={classes.draft}>{text}</p>;
}
