import { type DraftStore, usePortalWords } from "@troth/ui";
import { type Me, type OtherDoors, TicketView } from "@troth/ui/customer";
import { go, hrefOf } from "../address.ts";
import { Link } from "../link.tsx";

/** One conversation. */
export function TicketPage(props: {
  readonly me: Me;
  readonly number: number;
  readonly drafts: DraftStore;
  readonly doors: OtherDoors;
}) {
  const words = usePortalWords();
  return (
    <TicketView
      number={props.number}
      drafts={props.drafts}
      doors={props.doors}
      subscription={props.me.subscription}
      role={props.me.role}
      hrefOf={(number) => {
        const path = `/tickets/${number}`;
        return { href: hrefOf(path), go: () => go(path) };
      }}
      causeHref={(id) => {
        const path = `/tickets/${props.number}/causes/${id}`;
        return { href: hrefOf(path), go: () => go(path) };
      }}
      head={<Link to="/">{words.toTickets}</Link>}
    />
  );
}
