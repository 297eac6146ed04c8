import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { When } from "../../facts/when.tsx";
import classes from "../customer.module.css";
import type { Me, Ticket } from "../wire.ts";
import { ConsentFact } from "./consent-fact.tsx";
import { PeopleFact } from "./people-fact.tsx";
import { type TicketHref, TicketLinkTo } from "./ticket-link.tsx";
import { VideoFact } from "./video-fact.tsx";

/** What stands around the conversation: whose turn and for what, the next word, people, a meeting, access, links. */
export function AroundFacts(props: {
  readonly ticket: Ticket;
  readonly role: Me["role"];
  readonly hrefOf: TicketHref;
}) {
  const { ticket, role } = props;
  return (
    <>
      <WordFact ticket={ticket} />
      <WaitFact ticket={ticket} />
      <PeopleFact ticket={ticket} />
      <VideoFact ticket={ticket} />
      <ConsentFact ticket={ticket} mayGive={role === "owner" || role === "admin"} />
      <LinksFact ticket={ticket} hrefOf={props.hrefOf} />
    </>
  );
}

function WordFact({ ticket }: { readonly ticket: Ticket }) {
  const words = useTicketActWords();
  const { word } = ticket.proceedings;
  if (word === null) return null;
  return (
    <>
      <dt>{words.nextWord}</dt>
      <dd>
        {words.nextWordBy(<When at={word.by} isDue />, word.agent)}
        {word.text !== null && (
          <p className={classes.hint} dir="auto">
            {word.text}
          </p>
        )}
      </dd>
    </>
  );
}

function WaitFact({ ticket }: { readonly ticket: Ticket }) {
  const words = useTicketActWords();
  const { wait } = ticket.proceedings;
  if (wait === null) return null;
  return (
    <>
      <dt>{words.waitingForYou}</dt>
      <dd>
        {wait.items.length === 0 ? (
          words.waitingAnswer
        ) : (
          <ul className={classes.people}>
            {wait.items.map((item) => (
              <li key={item} dir="auto">
                {item}
              </li>
            ))}
          </ul>
        )}
        <p className={classes.hint}>{words.waitingSince(<When at={wait.since} />)}</p>
        {wait.closesAt !== null && (
          <p className={classes.hint}>{words.waitingCloses(<When at={wait.closesAt} />)}</p>
        )}
      </dd>
    </>
  );
}

function LinksFact({ ticket, hrefOf }: { readonly ticket: Ticket; readonly hrefOf: TicketHref }) {
  const words = useTicketActWords();
  const { links } = ticket.proceedings;
  if (links.length === 0) return null;
  const relations: Readonly<Record<string, typeof words.relations.related>> = words.relations;
  return (
    <>
      <dt>{words.links}</dt>
      {links.map(({ number, relation }) => (
        <dd key={`${relation}-${number}`}>
          {(relations[relation] ?? words.relations.related)(<TicketLinkTo number={number} hrefOf={hrefOf} />)}
        </dd>
      ))}
    </>
  );
}
