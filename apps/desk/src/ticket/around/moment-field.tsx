import { Button, TextInput } from "@mantine/core";
import { useDeskActWords, useSpeech } from "@troth/ui";
import classes from "../dialog.module.css";
import { fieldOf, instantOf } from "./moment.ts";

/** A time of one's own: quick ones by a press, any by the field, with the customer's time beside it. */
export function MomentField(props: {
  readonly label: string;
  /** Zone of who else reads the time; null where nobody does or it is not known. */
  readonly theirZone: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly quick?: readonly { readonly label: string; readonly at: number }[];
}) {
  const words = useDeskActWords();
  const { time, timeIn, now } = useSpeech();
  const { theirZone: zone } = props;
  const at = instantOf(props.value);
  const theirs = at === null || zone === null ? null : timeIn(zone).full(at);
  return (
    <div className={classes.moment}>
      {props.quick !== undefined && (
        <div className={classes.row}>
          {props.quick.map((one) => (
            <Button
              key={one.label}
              variant="default"
              size="compact-sm"
              onClick={() => props.onChange(fieldOf(one.at))}
            >
              {one.label}
            </Button>
          ))}
        </div>
      )}
      <TextInput
        type="datetime-local"
        label={props.label}
        description={words.ownZone(time.zoneWords(at ?? now()))}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {at !== null && (
        <p className={classes.second}>
          {time.full(at)}
          {theirs !== null && theirs !== time.full(at) && `; ${words.forThem(theirs)}`}
        </p>
      )}
    </div>
  );
}
