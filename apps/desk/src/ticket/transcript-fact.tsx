import { unwrap } from "@troth/sdk";
import { TranscriptButtons, useTextWords } from "@troth/ui";
import { troth } from "../client.ts";
import { Fact } from "./fact.tsx";

/** The customer's copy: without notes, so that it can be handed on. */
export function TranscriptFact({ number }: { readonly number: number }) {
  const words = useTextWords();
  return (
    <Fact name={words.transcript.title}>
      <TranscriptButtons
        number={number}
        read={(query) =>
          unwrap(
            troth.api.GET("/v1/desk/tickets/{number}/transcript", {
              params: { path: { number }, query },
              parseAs: "text",
            }),
          )
        }
      />
    </Fact>
  );
}
