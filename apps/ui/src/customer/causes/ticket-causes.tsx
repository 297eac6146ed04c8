import { useState } from "react";
import { useCauseWords } from "../../catalogue/use-cause-words.ts";
import classes from "../../causes/causes.module.css";
import { When } from "../../facts/when.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { Act } from "../act.tsx";
import { isOpen } from "../around/is-open.ts";
import { useAct } from "../around/use-act.ts";
import { useCustomerDesk } from "../customer-desk.ts";
import type { Ticket } from "../wire.ts";
import { CauseRead } from "./cause-read.tsx";

/** Where a document is read on a page of its own, and how one gets there without a load; null where no way leads there. */
export type CauseHref = ((id: string) => { readonly href: string; readonly go: () => void }) | null;

type Head = Ticket["causes"]["documents"][number];

/** Root-cause documents beside the conversation, the wish for one, and the way to ask. */
export function TicketCauses({ ticket, hrefOf }: { readonly ticket: Ticket; readonly hrefOf: CauseHref }) {
  const words = useCauseWords();
  const { askedAt, documents } = ticket.causes;
  const mayAsk = isOpen(ticket, "ask-cause");
  if (askedAt === null && documents.length === 0 && !mayAsk) return null;
  return (
    <>
      {documents.map((head) => (
        <CauseCard key={head.id} ticket={ticket.number} head={head} hrefOf={hrefOf} />
      ))}
      {askedAt !== null && (
        <p className={classes.second}>{words.askedSince(<When key="at" at={askedAt} />)}</p>
      )}
      {mayAsk && <AskCause number={ticket.number} />}
    </>
  );
}

function CauseCard(props: { readonly ticket: number; readonly head: Head; readonly hrefOf: CauseHref }) {
  const words = useCauseWords();
  const [isShown, setShown] = useState(false);
  const { head, ticket } = props;
  const title = head.incident === null ? words.rootCause : words.ofIncident(<bdi>{head.incident.title}</bdi>);
  const way = props.hrefOf?.(head.id);
  return (
    <section className={classes.card} aria-labelledby={`cause-${head.id}`}>
      <h2 id={`cause-${head.id}`}>{title}</h2>
      {!isShown && (
        <p className={classes.second}>{words.published(head.nth, <When at={head.publishedAt} />)}</p>
      )}
      <div className={classes.acts}>
        <button
          type="button"
          className={classes.plain}
          aria-expanded={isShown}
          onClick={() => setShown((was) => !was)}
        >
          {isShown ? words.fold : words.read}
        </button>
        {way && (
          <a
            href={way.href}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              way.go();
            }}
          >
            {words.asPage}
          </a>
        )}
      </div>
      {isShown && <CauseRead ticket={ticket} document={head.id} newest={head.nth} />}
    </section>
  );
}

function AskCause({ number }: { readonly number: number }) {
  const words = useCauseWords();
  const desk = useCustomerDesk();
  const ask = useAct(number, () => desk.askCause(number), { said: words.asked });
  return (
    <div className={classes.acts}>
      <Act isBusy={ask.isPending} onClick={() => ask.mutate(undefined)}>
        {words.ask}
      </Act>
      <span className={classes.second}>{words.askHint}</span>
      {ask.isError && <ProblemNote error={ask.error} />}
    </div>
  );
}
