import { useQuery } from "@tanstack/react-query";
import { useConductWords } from "../catalogue/use-conduct-words.ts";
import { Quote } from "../conduct/own-cases-view.tsx";
import { When } from "../facts/when.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import type { Me } from "./wire.ts";

/** The decision that keeps the reader out of support, as they were told; null when none does. */
export function useSupportEnd(): Me["supportEnd"] {
  const desk = useCustomerDesk();
  return useQuery({ queryKey: ["me"], queryFn: desk.me }).data?.supportEnd ?? null;
}

/** That support has ended, why, what stays open, and where it is reviewed. */
export function SupportEnded({ end }: { readonly end: NonNullable<Me["supportEnd"]> }) {
  const words = useConductWords();
  return (
    <section className={classes.remark} aria-label={words.conduct}>
      <p>{words.ended[end.scope](<When at={end.at} />)}</p>
      {end.words !== null && <Quote text={end.words} />}
      <p>{words.endedStays}</p>
      <p>
        <a href="/portal/conduct">{words.seeDecision}</a>
      </p>
    </section>
  );
}
