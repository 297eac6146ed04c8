import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWishWords } from "@troth/ui";
import { Failed } from "../frame/failed.tsx";
import type { DeskTicket } from "../wire.ts";
import { send } from "./around/ticket-api.ts";
import { useAct } from "./around/use-act.ts";
import { Fact, Second } from "./fact.tsx";

/** What a ticket asks for, as it stands, and the way off it; noting is in the ticket's menu. */
export function WishFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useWishWords();
  const queries = useQueryClient();
  const leave = useAct({
    ticket: ticket.number,
    post: (wish: string, key) => send.leaveWish(ticket.number, wish, key),
    said: words.takenOff,
    onDone: () => void queries.invalidateQueries({ queryKey: ["wishes"] }),
  });
  if (ticket.wishes.length === 0) return null;
  return (
    <Fact name={words.fact}>
      {ticket.wishes.map(({ id, title, state, release }) => (
        <div key={id}>
          <Link to="/wishes/$wish" params={{ wish: id }} dir="auto">
            {title}
          </Link>
          <Second>
            {state === "planned" && words.plannedFor(<bdi key="release">{release}</bdi>)}
            {state !== "planned" && words.states[state]}
          </Second>
          <Button
            variant="transparent"
            size="compact-sm"
            px={0}
            aria-label={words.takeOffNamed(title)}
            disabled={leave.isPending}
            onClick={() => leave.mutate(id)}
          >
            {words.takeOff}
          </Button>
        </div>
      ))}
      {leave.error !== null && <Failed error={leave.error} />}
    </Fact>
  );
}
