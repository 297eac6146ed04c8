import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconEyeOff } from "@tabler/icons-react";
import { masked, secretsIn } from "@troth/secrets";
import { useEffect, useMemo, useRef } from "react";
import { useTextWords } from "../catalogue/use-text-words.ts";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import { secretName } from "./secret-name.ts";
import classes from "./secrets.module.css";

/** A word is typed to its end before it is judged. */
const REST_MS = 400;

/** Under a field: which secrets are recognised in its text, and one press that masks them. It never stops sending. */
export function SecretNotice(props: {
  readonly id?: string;
  readonly text: string;
  readonly onMask: (text: string) => void;
}) {
  const words = useTextWords();
  const { tag } = useSpeech();
  const announce = useAnnounce();
  const [rested] = useDebouncedValue(props.text, REST_MS);
  const found = useMemo(() => secretsIn(rested), [rested]);
  const names = [...new Set(found.map((secret) => secretName(secret, words)))];
  const sentence =
    names.length === 0
      ? ""
      : words.secrets.found(new Intl.ListFormat(tag, { type: "conjunction" }).format(names));
  useSaidOnce(sentence, found.length);
  if (sentence === "" || secretsIn(props.text).length === 0) return null;
  return (
    <p className={classes.notice} {...(props.id === undefined ? {} : { id: props.id })}>
      <IconEyeOff size={16} aria-hidden />
      <span>{sentence}</span>
      <Button
        variant="default"
        size="compact-md"
        onClick={() => {
          props.onMask(masked(props.text));
          announce(words.secrets.maskedNow);
        }}
      >
        {found.length === 1 ? words.secrets.mask : words.secrets.maskAll(found.length)}
      </Button>
    </p>
  );
}

/** Says it to a screen reader when more is recognised than before, not at each key. */
function useSaidOnce(sentence: string, count: number): void {
  const announce = useAnnounce();
  const said = useRef(0);
  useEffect(() => {
    if (count > said.current) announce(sentence);
    said.current = count;
  }, [announce, sentence, count]);
}
