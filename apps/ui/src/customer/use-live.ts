import { useQueryClient } from "@tanstack/react-query";
import { follow } from "@troth/sdk";
import { useEffect, useState } from "react";
import { useCustomerDesk } from "./customer-desk.ts";

const PATIENCE_MS = 5_000;

/**
 * Follows the desk's changes while `isOn` and reads again what they touch. Says since when the line is lost, once
 * it has stayed so for some seconds: a line that is found again at once is no news.
 */
export function useLive(isOn: boolean): { readonly lostSince: number | null } {
  const { troth } = useCustomerDesk();
  const queries = useQueryClient();
  const [lostSince, setLostSince] = useState<number | null>(null);
  useEffect(() => {
    if (!isOn) return undefined;
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = (ticket: number | null) => {
      void queries.invalidateQueries({ queryKey: ["me"] });
      void queries.invalidateQueries({ queryKey: ["tickets"] });
      // News of an incident: the cards, and the tickets that are part of it.
      if (ticket === null) void queries.invalidateQueries({ queryKey: ["incidents"] });
      void queries.invalidateQueries({ queryKey: ticket === null ? ["ticket"] : ["ticket", ticket] });
    };
    const state = (now: "open" | "lost") => {
      if (now === "lost") {
        timer ??= setTimeout(setLostSince, PATIENCE_MS, Date.now());
        return;
      }
      clearTimeout(timer);
      timer = undefined;
      setLostSince(null);
    };
    void follow(troth, "/v1/stream", { change: (change) => refresh(change.ticket), state }, ending.signal);
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [isOn, troth, queries]);
  return { lostSince };
}
