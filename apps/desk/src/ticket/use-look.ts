import { unwrap } from "@troth/sdk";
import { onceHeader, troth } from "../client.ts";
import { useOwnAct } from "../live/live.tsx";

/** Asks for a message with its secrets. The look is on record before its text comes. */
export function useLook(number: number): (message: string, reason: string) => Promise<string> {
  const ownAct = useOwnAct(number);
  return async (message, reason) => {
    const looked = await ownAct(() =>
      unwrap(
        troth.api.POST("/v1/desk/tickets/{number}/messages/{message}/look", {
          params: { path: { number, message }, header: onceHeader() },
          body: { reason },
        }),
      ),
    );
    return looked.text;
  };
}
