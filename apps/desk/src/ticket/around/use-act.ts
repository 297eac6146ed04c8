import { useAnnounce } from "@troth/ui";
import { useSending } from "../use-sending.ts";

/** One act on a ticket: sent once, said to who listens, then `onDone`. */
export function useAct<Body = void>(options: {
  readonly ticket: number;
  readonly post: (body: Body, key: string) => Promise<unknown>;
  readonly said: string;
  readonly onDone?: () => void;
}) {
  const announce = useAnnounce();
  return useSending<Body>({
    ticket: options.ticket,
    post: options.post,
    onSent: () => {
      announce(options.said);
      options.onDone?.();
    },
  });
}
