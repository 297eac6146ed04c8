import { Checkbox } from "@mantine/core";
import { PolicyText, useDeskWords, WithPolicyText } from "@troth/ui";
import type { DeskPolicy } from "../wire.ts";
import classes from "./dialog.module.css";
import type { Choice } from "./severity-choice.ts";

type ChoiceProps = { readonly choice: Choice; readonly onChange: (next: Choice) => void };

/** The definitions and examples of a severity that an assessment may rest on. */
export function Grounds(props: {
  readonly severity: DeskPolicy["severities"][number];
  readonly choice: Choice;
  readonly onChange: (next: Choice) => void;
}) {
  const words = useDeskWords();
  const { severity, choice, onChange } = props;
  return (
    <Checkbox.Group
      label={words.ground}
      description={
        <WithPolicyText
          text={words.groundsOf(severity.grounds.length, `${severity.rank} ${severity.name}`)}
          parts={[severity.name]}
        />
      }
      value={[...choice.grounds]}
      onChange={(grounds) => onChange({ ...choice, grounds })}
    >
      <div className={classes.grounds} tabIndex={0} role="group" aria-label={words.ground}>
        {severity.grounds.map((ground) => (
          <div key={ground.id}>
            <Checkbox
              value={ground.id}
              label={<PolicyText>{ground.text}</PolicyText>}
              description={words.groundKinds[ground.kind]}
            />
            {ground.points.length > 0 && (
              <div className={classes.points}>
                {ground.points.map((point) => (
                  <Checkbox key={point.id} value={point.id} label={<PolicyText>{point.text}</PolicyText>} />
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** What speaks for another severity beside its grounds. */
export function Factors(props: ChoiceProps & { readonly policy: DeskPolicy }) {
  const words = useDeskWords();
  const { policy, choice, onChange } = props;
  return (
    <Checkbox.Group
      label={words.factors}
      value={[...choice.factors]}
      onChange={(factors) => onChange({ ...choice, factors })}
    >
      <div className={classes.row}>
        {policy.factors.map((factor) => (
          <Checkbox key={factor.id} value={factor.id} label={<PolicyText>{factor.name}</PolicyText>} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
