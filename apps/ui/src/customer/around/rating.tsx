import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import { Act } from "../act.tsx";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import { TextField } from "../field.tsx";
import type { Ticket } from "../wire.ts";
import { isOpen } from "./is-open.ts";
import { useAct } from "./use-act.ts";

/** One question after the outcome: did this help? */
export function Rating({ ticket }: { readonly ticket: Ticket }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const { number } = ticket;
  const { rating } = ticket.proceedings;
  const [isChanging, setChanging] = useState(false);
  const [isBad, setBad] = useState(false);
  const [text, setText] = useState("");
  const rate = useAct(
    number,
    (isGood: boolean) => desk.rate(number, { isGood, text: text.trim() === "" ? null : text.trim() }),
    {
      onDone: () => {
        setChanging(false);
        setBad(false);
      },
    },
  );
  const isAsked = isOpen(ticket, "rate");
  if (rating !== null && !isChanging) {
    return (
      <p className={classes.rated} role="status">
        {words.ratingThanks(rating.isGood)}{" "}
        {isAsked && (
          <button type="button" className={classes.plainLink} onClick={() => setChanging(true)}>
            {words.ratingChange}
          </button>
        )}
      </p>
    );
  }
  if (!isAsked) return null;
  return (
    <section className={classes.rating} aria-labelledby="troth-rating">
      <h2 id="troth-rating">{words.ratingTitle}</h2>
      {isBad ? (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!rate.isPending) rate.mutate(false);
          }}
        >
          <TextField
            id="troth-rating-text"
            label={words.ratingText}
            rows={3}
            value={text}
            onChange={setText}
          />
          <div className={classes.acts}>
            <Act isMain type="submit" isBusy={rate.isPending}>
              {words.ratingSend}
            </Act>
          </div>
        </form>
      ) : (
        <div className={classes.acts}>
          <Act isBusy={rate.isPending} onClick={() => rate.mutate(true)}>
            {words.ratingYes}
          </Act>
          <Act onClick={() => setBad(true)}>{words.ratingNo}</Act>
        </div>
      )}
      {rate.isError && <ProblemNote error={rate.error} onRetry={() => rate.mutate(!isBad)} />}
    </section>
  );
}
