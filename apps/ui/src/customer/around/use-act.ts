import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { useAnnounce } from "../../speech/speech.tsx";

/** Reads the ticket again and shows it at once: what the reader does waits behind nothing. */
const SHOW_OWN = createContext<(() => Promise<void>) | null>(null);
export const ShowOwnProvider = SHOW_OWN.Provider;

/** An act on a ticket: what came of it is shown, said once, and then `onDone` closes what asked for it. */
export function useAct<V>(
  number: number,
  run: (value: V) => Promise<unknown>,
  { said, onDone }: { readonly said?: string; readonly onDone?: () => void } = {},
) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const showOwn = useContext(SHOW_OWN);
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      if (showOwn === null) await queries.invalidateQueries({ queryKey: ["ticket", number] });
      else await showOwn();
      await queries.invalidateQueries({ queryKey: ["tickets"] });
      if (said !== undefined) announce(said);
      onDone?.();
    },
  });
}
