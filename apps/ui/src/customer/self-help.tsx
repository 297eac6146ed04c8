import { useDebouncedValue } from "@mantine/hooks";
import { useTicketActWords } from "../catalogue/use-ticket-act-words.ts";
import { PolicyText } from "../speech/policy-text.tsx";
import { ActLink } from "./act.tsx";
import classes from "./customer.module.css";
import type { NewTicket } from "./new-ticket.ts";
import type { TicketForm } from "./wire.ts";

/** Fewer characters of a problem say little that somebody could work on. */
const THIN = 40;
/** Nobody is told so in the middle of a sentence. */
const PAUSE_MS = 2_000;

/** Where a question is answered at once, and what a thin description lacks. Sending works all the same (P126, P128). */
export function SelfHelp({ form, ticket }: { readonly form: TicketForm; readonly ticket: NewTicket }) {
  const words = useTicketActWords();
  const category = form.categories.find(({ id }) => id === ticket.category);
  const [written] = useDebouncedValue(ticket.description.trim(), PAUSE_MS);
  const isThin = written.length > 0 && written.length < THIN && ticket.description.trim() === written;
  const isQuestion = category !== undefined && !category.isIssue && category.advice === null;
  const hasHelp = form.selfHelp.links.length > 0;
  return (
    <>
      {category?.advice != null && (
        <p className={classes.hint}>
          <PolicyText>{category.advice}</PolicyText>
        </p>
      )}
      {(isQuestion || isThin) && category?.route === "support" && hasHelp && (
        <div className={classes.similar}>
          <p>{isQuestion ? words.selfHelpQuestion : words.selfHelpThin}</p>
          <div className={classes.acts}>
            {form.selfHelp.links.map((link) => (
              <ActLink key={link.id} href={link.href} isElsewhere>
                <PolicyText>{link.label}</PolicyText>
              </ActLink>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
