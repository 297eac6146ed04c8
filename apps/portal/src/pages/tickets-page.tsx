import { usePortalWords } from "@troth/ui";
import { ActLink, type Me, OwnIncidents, PolicyChanged, TicketListView } from "@troth/ui/customer";
import { useState } from "react";
import { hrefOf } from "../address.ts";
import { Link } from "../link.tsx";

/** My tickets and my organisation's, by whose turn it is. */
export function TicketsPage({ me }: { readonly me: Me }) {
  const words = usePortalWords();
  const [isMineOnly, setMineOnly] = useState(false);
  const [find, setFind] = useState("");
  return (
    <>
      <div className="title-row">
        <h1>{words.ticketsOf(me.organisation.name)}</h1>
        <input
          type="search"
          className="line find"
          aria-label={words.findTickets}
          placeholder={words.findTicket}
          maxLength={200}
          value={find}
          onChange={({ target }) => setFind(target.value)}
        />
        <div role="group" aria-label={words.shownTickets} className="switch">
          <button type="button" aria-pressed={isMineOnly} onClick={() => setMineOnly(true)}>
            {words.mine}
          </button>
          <button type="button" aria-pressed={!isMineOnly} onClick={() => setMineOnly(false)}>
            {words.all}
          </button>
        </div>
        <ActLink href={hrefOf("/new")} isMain>
          {words.newTicket}
        </ActLink>
      </div>
      <PolicyChanged me={me} />
      <OwnIncidents />
      <TicketListView
        isMineOnly={isMineOnly}
        find={find.trim()}
        link={(number, children) => <Link to={`/tickets/${number}`}>{children}</Link>}
      />
    </>
  );
}
