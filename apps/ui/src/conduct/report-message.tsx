import { useConductWords } from "../catalogue/use-conduct-words.ts";
import type { WireMessage } from "../wire.ts";
import { WrittenAsk } from "./written-ask.tsx";

/** Reports a message, and returns the number of the case. */
export type Report = (message: string, reason: string) => Promise<{ readonly number: number }>;

/** The way to report what another person wrote; one's own words and a machine's have none. */
export function ReportMessage(props: { readonly message: WireMessage; readonly report: Report }) {
  const words = useConductWords();
  const { message, report } = props;
  const { author } = message;
  if (author.isMe || message.isErased || (author.kind !== "customer" && author.kind !== "agent")) return null;
  return (
    <WrittenAsk<{ readonly number: number }>
      open={words.report}
      openName={words.reportOf(author.name)}
      label={words.reportWhy}
      hint={words.reportHint}
      send={words.reportSend}
      sending={words.reporting}
      empty={words.reportEmpty}
      said={({ number }) => words.reported(number)}
      onSend={(reason) => report(message.id, reason)}
    />
  );
}
