import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";

/** Where another ticket is read, and how one gets there without a load; null where no way leads there. */
export type TicketHref = ((number: number) => { readonly href: string; readonly go: () => void }) | null;

/** Another ticket by its number. */
export function TicketLinkTo(props: { readonly number: number; readonly hrefOf: TicketHref }) {
  const words = useTicketActWords();
  const name = words.ticketNumber(props.number);
  const way = props.hrefOf?.(props.number);
  if (!way) return <>{name}</>;
  return (
    <a
      href={way.href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        way.go();
      }}
    >
      {name}
    </a>
  );
}
