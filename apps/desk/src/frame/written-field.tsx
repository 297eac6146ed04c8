import { Textarea } from "@mantine/core";
import { SecretNotice } from "@troth/ui";

/** What an agent writes into a dialog for others to read, with a word where it holds a secret. */
export function WrittenField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly minRows?: number;
  readonly most?: number;
}) {
  return (
    <>
      <Textarea
        label={props.label}
        description={props.hint}
        autosize
        minRows={props.minRows ?? 2}
        maxRows={10}
        maxLength={props.most ?? 4_000}
        dir="auto"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <SecretNotice text={props.value} onMask={props.onChange} />
    </>
  );
}
