import type { ReactNode } from "react";
import { useWishWords } from "../catalogue/use-wish-words.ts";
import type { WishWords } from "../catalogue/words.ts";
import { MaskedText } from "../secrets/masked-text.tsx";
import type { TicketWish } from "../wire.ts";

/** How a wish stands, to whoever asks for it, with the reason where one was given. */
export function WishStand({ wish }: { readonly wish: Omit<TicketWish, "text"> }) {
  const words = useWishWords();
  return (
    <>
      <p>{standWords(wish, words)}</p>
      {wish.reason !== null && (
        <p>
          {words.reason(
            <bdi key="reason">
              <MaskedText text={wish.reason} />
            </bdi>,
          )}
        </p>
      )}
    </>
  );
}

function standWords(wish: Omit<TicketWish, "text">, words: WishWords): ReactNode {
  const title = (
    <bdi key="title">
      <MaskedText text={wish.title} />
    </bdi>
  );
  const release = wish.release !== null && <bdi key="release">{wish.release}</bdi>;
  switch (wish.state) {
    case "noted":
      return wish.reason === null ? words.noted(title) : words.putBack(title);
    case "planned":
      return words.planned(title, release);
    case "out":
      return release === false ? words.out(title) : words.outWith(title, release);
    case "declined":
      return words.declined(title);
  }
}
