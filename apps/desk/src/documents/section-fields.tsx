import { Textarea } from "@mantine/core";
import { CAUSE_PARTS, SecretNotice, useCauseWords } from "@troth/ui";
import classes from "../incidents/incidents.module.css";
import type { CauseSections } from "../wire.ts";

/** One field a part; after somebody else saved, what they wrote stands under each. */
export function SectionFields(props: {
  readonly sections: CauseSections;
  readonly theirs: CauseSections | null;
  readonly onChange: (sections: CauseSections) => void;
}) {
  const words = useCauseWords();
  const { sections, theirs, onChange } = props;
  return (
    <>
      <p className={classes.second}>{words.markdown}</p>
      {CAUSE_PARTS.map((part) => (
        <div key={part} className={classes.form}>
          <Textarea
            label={words.parts[part]}
            description={words.partHints[part]}
            autosize
            minRows={3}
            maxRows={20}
            maxLength={20_000}
            dir="auto"
            value={sections[part]}
            onChange={(event) => onChange({ ...sections, [part]: event.currentTarget.value })}
          />
          <SecretNotice
            text={sections[part]}
            onMask={(masked) => onChange({ ...sections, [part]: masked })}
          />
          {theirs !== null && theirs[part] !== sections[part] && (
            <section className={classes.effect} aria-label={`${words.theirs}: ${words.parts[part]}`}>
              <h3>{words.theirs}</h3>
              <p className={classes.word} dir="auto">
                {theirs[part]}
              </p>
            </section>
          )}
        </div>
      ))}
    </>
  );
}
