import { PolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { type Answer, saidPieces } from "./said.ts";

/** What the desk said, in the reader's language; its own English is marked as English. */
export function Said(props: { readonly answer: Answer }) {
  const { words } = useSpeech();
  return saidPieces(words, props.answer).map(({ text, isOwn }) =>
    isOwn ? <PolicyText key={text}>{text}</PolicyText> : text,
  );
}
