import { useWishWords } from "../catalogue/use-wish-words.ts";
import { WishStand } from "../facts/wish-stand.tsx";
import { MaskedText } from "../secrets/masked-text.tsx";
import type { Ticket } from "./wire.ts";
import classes from "./wish.module.css";

/** What a ticket asks for and what became of it; nothing of who else asks. */
export function TicketWishes({ wishes }: Pick<Ticket, "wishes">) {
  const words = useWishWords();
  if (wishes.length === 0) return null;
  return (
    <section className={classes.card} aria-label={words.onTicket}>
      {wishes.map((wish) => (
        <div key={wish.title}>
          <WishStand wish={wish} />
          <p className={classes.second} dir="auto">
            <MaskedText text={wish.text} />
          </p>
        </div>
      ))}
    </section>
  );
}
