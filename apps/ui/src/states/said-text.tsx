import { PolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { ownWords } from "./said.ts";

/** What the desk said, in the reader's language; marked as English where we have no words of our own for it. */
export function Said(props: {
  readonly answer: {
    readonly reason?: string | undefined;
    readonly code?: string | undefined;
    readonly message: string;
  };
}) {
  const { words } = useSpeech();
  return ownWords(words, props.answer) ?? <PolicyText>{props.answer.message}</PolicyText>;
}
