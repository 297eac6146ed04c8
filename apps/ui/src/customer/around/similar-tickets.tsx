import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { When } from "../../facts/when.tsx";
import { useReadable } from "../../secrets/use-readable.ts";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";

const TYPED_MS = 600;
const SHORTEST = 12;
const LONGEST = 2_000;

/** “A colleague asked this 20 minutes ago”: shown while one writes, never in the way. */
export function SimilarTickets(props: {
  readonly text: string;
  readonly project: string | null;
  readonly hrefOf: (number: number) => string;
}) {
  const words = useTicketActWords();
  const readable = useReadable();
  const desk = useCustomerDesk();
  const [text] = useDebouncedValue(props.text.slice(0, LONGEST), TYPED_MS);
  const similar = useQuery({
    queryKey: ["similar", text, props.project],
    queryFn: ({ signal }) => desk.similar(text, props.project, signal),
    enabled: text.trim().length >= SHORTEST,
    placeholderData: (before) => before,
  });
  const tickets = text.trim().length >= SHORTEST ? (similar.data ?? []) : [];
  return (
    <div aria-live="polite">
      {tickets.length > 0 && (
        <div className={classes.similar}>
          <p className={classes.label}>{words.similarTitle}</p>
          <ul className={classes.people}>
            {tickets.map((ticket) => {
              const when = <When at={ticket.openedAt} />;
              return (
                <li key={ticket.number}>
                  <span>
                    <span dir="auto">{readable(ticket.subject)}</span>
                    {": "}
                    {ticket.isMine ? words.similarMine(when) : words.similar(ticket.requester, when)}{" "}
                    <a href={props.hrefOf(ticket.number)} target="_blank" rel="noreferrer">
                      {words.similarRead}
                      <span className="troth-hidden"> {words.ticketNumber(ticket.number)}</span>
                    </a>
                  </span>
                </li>
              );
            })}
          </ul>
          <p className={classes.hint}>{words.similarGoOn}</p>
        </div>
      )}
    </div>
  );
}
