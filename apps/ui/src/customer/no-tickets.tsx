import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { PolicyText, WithPolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { Refusal } from "../states/refusal.tsx";
import { Said } from "../states/said-text.tsx";
import classes from "./customer.module.css";
import { mailExceptions } from "./doors.ts";
import { SupportEnded } from "./support-ended.tsx";
import type { Me } from "./wire.ts";

/** Where the plan has no tickets: the reason, the clause, and what is open instead. No form. */
export function NoTickets({ me }: { readonly me: Me }) {
  const words = useWidgetWords();
  const { words: shared } = useSpeech();
  if (me.supportEnd !== null) return <SupportEnded end={me.supportEnd} />;
  const next = me.tickets.next.map((link) => ({ ...link, href: new URL(link.href, me.workspace.url).href }));
  return (
    <div className={classes.none}>
      <Refusal message={<Said answer={me.tickets} />} clause={me.tickets.clause} next={next} />
      {mailExceptions(me).map(({ note, clause, mail }) => (
        <div key={note} className={classes.exception}>
          <p>
            <PolicyText>{note}</PolicyText> {words.mailFor(<a href={mail.href}>{mail.address}</a>)}
          </p>
          <p className={classes.hint}>
            <WithPolicyText
              text={shared.clauseLine(clause.title, clause.policyVersion)}
              parts={[clause.title]}
            />
          </p>
        </div>
      ))}
    </div>
  );
}
