import { useMutation } from "@tanstack/react-query";
import { TrothError } from "@troth/sdk";
import { useRef } from "react";
import { useOwnAct } from "../live/live.tsx";

/**
 * Sends a body once: while it stays the same, every new attempt carries the same key, so a retry after a lost
 * answer makes no second message.
 */
export function useSending<Body>(options: {
  readonly ticket: number;
  readonly post: (body: Body, key: string) => Promise<unknown>;
  readonly onSent: () => void;
}) {
  const ownAct = useOwnAct(options.ticket);
  const attempt = useRef<{ print: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (body: Body) => {
      // In a list, for an act without a body has no print of its own.
      const print = JSON.stringify([body]);
      if (attempt.current?.print !== print) attempt.current = { print, key: crypto.randomUUID() };
      const { key } = attempt.current;
      return ownAct(() => options.post(body, key));
    },
    onSuccess: () => {
      attempt.current = null;
      options.onSent();
    },
    onError: (error) => {
      // A refused attempt had no effect; the next one is another request and needs a key of its own.
      if (error instanceof TrothError && error.problem !== null) attempt.current = null;
    },
  });
}
