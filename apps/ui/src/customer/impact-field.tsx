import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import classes from "./customer.module.css";
import { TextField } from "./field.tsx";
import type { NewTicket } from "./new-ticket.ts";

type Impact = Pick<NewTicket, "impact" | "isImpactUnknown">;

/** What the problem costs the business: asked for with the worst severity, and «not known yet» is an answer. */
export function ImpactField(props: {
  readonly ticket: Impact;
  readonly fault: string | null;
  readonly onChange: (impact: Partial<Impact>) => void;
}) {
  const words = useWidgetWords();
  return (
    <div className={classes.impact}>
      <TextField
        id="troth-impact"
        label={words.impact}
        hint={words.impactHint}
        fault={props.fault}
        rows={2}
        value={props.ticket.impact}
        onChange={(impact) => props.onChange({ impact })}
      />
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={props.ticket.isImpactUnknown}
          aria-describedby="troth-impact-unknown-hint"
          onChange={(event) => props.onChange({ isImpactUnknown: event.target.checked })}
        />
        {words.impactUnknown}
        <span id="troth-impact-unknown-hint" className={classes.hint}>
          {words.impactUnknownHint}
        </span>
      </label>
    </div>
  );
}
