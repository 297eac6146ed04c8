import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useIncidentWords, useSpeech } from "@troth/ui";
import type { IncidentState } from "../wire.ts";
import classes from "./incidents.module.css";
import type { Word } from "./word.ts";

/** State, what is known, and until when the next word is promised. */
export function WordFields(props: {
  readonly states: readonly IncidentState[];
  readonly word: Word;
  readonly onChange: (word: Word) => void;
}) {
  const words = useIncidentWords();
  const { time, now } = useSpeech();
  const { word, onChange } = props;
  return (
    <>
      <Textarea
        label={words.text}
        description={words.textHint}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4_000}
        dir="auto"
        value={word.text}
        onChange={(event) => onChange({ ...word, text: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={words.state}
          value={word.state}
          data={props.states.map((value) => ({ value, label: words.states[value] }))}
          onChange={(event) => {
            const state = props.states.find((one) => one === event.currentTarget.value);
            if (state !== undefined) onChange({ ...word, state });
          }}
        />
        {word.state !== "resolved" && (
          <TextInput
            type="datetime-local"
            label={words.nextUpdate}
            description={words.nextUpdateHint(time.zoneWords(now()))}
            value={word.nextBy}
            onChange={(event) => onChange({ ...word, nextBy: event.currentTarget.value })}
          />
        )}
      </div>
    </>
  );
}
