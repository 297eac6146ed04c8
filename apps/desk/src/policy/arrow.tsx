import { IconArrowRight } from "@tabler/icons-react";
import { usePolicyWords } from "@troth/ui";
import classes from "./policy.module.css";

/** Between what was and what is: an arrow to the eye, a word to the ear. */
export function Arrow() {
  const words = usePolicyWords();
  return (
    <>
      {" "}
      <IconArrowRight size={14} className={classes.arrow} aria-hidden />
      <span className="troth-hidden">{words.changedTo}</span>{" "}
    </>
  );
}
