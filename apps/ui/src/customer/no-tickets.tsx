import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { useSpeech } from "../speech/speech.tsx";
import { Refusal } from "../states/refusal.tsx";
import { said } from "../states/said.ts";
import classes from "./customer.module.css";
import { supportMail } from "./doors.ts";
import type { Me } from "./wire.ts";

/** Where the plan has no tickets: the reason, the clause, and what is open instead. No form. */
export function NoTickets({ me }: { readonly me: Me }) {
  const words = useWidgetWords();
  const { words: shared } = useSpeech();
  const next = me.tickets.next.map((link) => ({ ...link, href: new URL(link.href, me.workspace.url).href }));
  const mail = supportMail(me);
  return (
    <div className={classes.none}>
      <Refusal message={said(shared, me.tickets)} clause={me.tickets.clause} next={next} />
      {mail !== null && (
        <p className={classes.hint}>{words.mailFor(<a href={mail.href}>{mail.address}</a>)}</p>
      )}
    </div>
  );
}
