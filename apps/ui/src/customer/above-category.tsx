import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { WithPolicyText } from "../speech/policy-text.tsx";
import { Act } from "./act.tsx";
import classes from "./customer.module.css";
import type { NewTicket } from "./new-ticket.ts";
import type { TicketForm } from "./wire.ts";

/** The remark that a severity is meant for more than the chosen kind (product.md, decision 13). Never a barrier. */
export function AboveCategory(props: {
  readonly form: TicketForm;
  readonly ticket: NewTicket;
  readonly isDismissed: boolean;
  readonly onKeep: () => void;
  readonly onLower: (severity: string) => void;
}) {
  const words = useWidgetWords();
  const { form, ticket } = props;
  const category = form.categories.find((one) => one.id === ticket.category);
  const severity = form.severities.find((one) => one.id === ticket.severity);
  if (!category || !severity || !category.warnsAt.includes(severity.id) || props.isDismissed) return null;
  const lower = form.severities.find((one) => one.id === (category.defaultSeverity ?? form.defaultSeverity));
  return (
    <div className={classes.remark} role="note">
      <p>
        <WithPolicyText
          text={words.aboveCategory(`${severity.rank} ${severity.name}`, category.name)}
          parts={[severity.name, category.name]}
        />
      </p>
      <div className={classes.acts}>
        <Act onClick={props.onKeep}>{words.keepSeverity}</Act>
        {lower && (
          <Act onClick={() => props.onLower(lower.id)}>
            <WithPolicyText text={words.makeSeverity(lower.name)} parts={[lower.name]} />
          </Act>
        )}
      </div>
    </div>
  );
}
