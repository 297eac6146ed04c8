import { PolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";

/** How a ticket ended: the reader's word for a usual outcome, else the policy's own name. */
export function OutcomeName({
  outcome,
}: {
  readonly outcome: { readonly id: string; readonly name: string };
}) {
  const { words } = useSpeech();
  return words.outcomes[outcome.id] ?? <PolicyText>{outcome.name}</PolicyText>;
}
