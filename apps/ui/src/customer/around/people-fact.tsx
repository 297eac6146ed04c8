import { IconLock, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { ProblemNote } from "../../states/problem-note.tsx";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import { ChoiceField } from "../field.tsx";
import type { Ticket } from "../wire.ts";
import { ActDialog } from "./act-dialog.tsx";
import { isOpen } from "./is-open.ts";
import { useAct } from "./use-act.ts";

/** Who takes part beside the one who opened it; add, take off, leave, and who sees it at all. */
export function PeopleFact({ ticket }: { readonly ticket: Ticket }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const [isAdding, setAdding] = useState(false);
  const { followers, isRestricted } = ticket.proceedings;
  const remove = useAct(ticket.number, (person: string) => desk.removeFollower(ticket.number, person));
  const restrict = useAct(ticket.number, (isOn: boolean) => desk.restrict(ticket.number, isOn));
  const mayChange = isOpen(ticket, "people");
  return (
    <>
      <dt>{words.people}</dt>
      <dd>
        <ul className={classes.people}>
          <li dir="auto">{ticket.isMine ? `${ticket.requester} (${words.you})` : ticket.requester}</li>
          {followers.map((follower) => (
            <li key={follower.id}>
              <span dir="auto">{follower.isMe ? `${follower.name} (${words.you})` : follower.name}</span>
              {mayChange && (
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={follower.isMe ? words.leave : words.remove(follower.name)}
                  onClick={() => remove.mutate(follower.id)}
                >
                  <IconX size={16} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
        {mayChange && (
          <button type="button" className={classes.plainLink} onClick={() => setAdding(true)}>
            {words.addColleague}
          </button>
        )}
        {isRestricted && (
          <p className={classes.hint}>
            <IconLock size={16} aria-hidden /> {words.restricted}
          </p>
        )}
        {mayChange && (
          <p>
            <button
              type="button"
              className={classes.plainLink}
              onClick={() => restrict.mutate(!isRestricted)}
            >
              {isRestricted ? words.unrestrict : words.restrict}
            </button>
            {!isRestricted && <span className={classes.hint}> {words.restrictHint}</span>}
          </p>
        )}
        {remove.isError && <ProblemNote error={remove.error} />}
        {restrict.isError && <ProblemNote error={restrict.error} />}
      </dd>
      {isAdding && <AddDialog ticket={ticket} onClose={() => setAdding(false)} />}
    </>
  );
}

function AddDialog({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const [person, setPerson] = useState<string | null>(null);
  const colleagues = useQuery({ queryKey: ["colleagues"], queryFn: desk.colleagues });
  const there = new Set(ticket.proceedings.followers.map(({ id }) => id));
  const choices = (colleagues.data ?? []).filter(
    ({ id, isMe, name }) => !there.has(id) && !(isMe && ticket.isMine) && name !== ticket.requester,
  );
  const name = choices.find(({ id }) => id === person)?.name ?? "";
  return (
    <ActDialog
      number={ticket.number}
      title={words.addTitle}
      intro={colleagues.data !== undefined && choices.length === 0 ? words.addNobody : words.addIntro}
      send={words.addSend}
      said={words.added(name)}
      fault={person === null ? words.addChoose : null}
      run={() => desk.addFollower(ticket.number, person ?? "")}
      onClose={onClose}
    >
      {colleagues.isError && (
        <ProblemNote error={colleagues.error} onRetry={() => void colleagues.refetch()} />
      )}
      <ChoiceField
        id="troth-add-colleague"
        label={words.addWho}
        value={person}
        none={words.addChoose}
        choices={choices}
        onChange={setPerson}
      />
    </ActDialog>
  );
}
