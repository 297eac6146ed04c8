import { Button, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeskActWords, useDeskWords, useReadable } from "@troth/ui";
import { Failed } from "../../frame/failed.tsx";
import { read } from "../../queries.ts";
import type { DeskTicket } from "../../wire.ts";
import { Fact, Second } from "../fact.tsx";
import classes from "../ticket.module.css";
import { FactAct } from "./around-facts.tsx";
import { RELATIONS } from "./link-dialog.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type FactProps = { readonly ticket: DeskTicket };

/** Who takes part beside the requester, on both sides, and whether I follow. */
export function FollowersFact({ ticket }: FactProps) {
  const words = useDeskActWords();
  const desk = useDeskWords();
  const { followers, watchers } = ticket.proceedings;
  const isMine = watchers.some(({ isMe }) => isMe);
  const follow = useAct({
    ticket: ticket.number,
    post: (isWatched: boolean, key) => send.watch(ticket.number, isWatched, key),
    said: isMine ? words.unfollowed : words.followed,
  });
  return (
    <Fact name={words.takePart}>
      <span dir="auto">
        {followers.length === 0 ? words.noFollowers : followers.map(({ name }) => name).join(", ")}
      </span>
      <Second>
        {watchers.length === 0
          ? words.noWatchers
          : words.watchers(
              watchers.map(({ name, isMe }) => (isMe ? `${name} (${desk.me})` : name)).join(", "),
            )}
      </Second>
      <div className={classes.factActs}>
        <Button
          variant="default"
          size="compact-sm"
          aria-pressed={isMine}
          disabled={follow.isPending}
          onClick={() => follow.mutate(!isMine)}
        >
          {isMine ? words.unfollow : words.follow}
        </Button>
      </div>
      {follow.error !== null && <Failed error={follow.error} />}
    </Fact>
  );
}

/** Who of the customer's may read it. */
export function RestrictedFact({ ticket }: FactProps) {
  const words = useDeskActWords();
  const { isRestricted } = ticket.proceedings;
  const restrict = useAct({
    ticket: ticket.number,
    post: (next: boolean, key) => send.restrict(ticket.number, next, key),
    said: isRestricted ? words.unrestricted : words.restricted,
  });
  return (
    <Fact name={words.whoReads}>
      <Switch
        label={words.onlyItsPeople}
        description={isRestricted ? words.restrictedText : words.openText(ticket.organisation.name)}
        checked={isRestricted}
        disabled={restrict.isPending}
        onChange={(event) => restrict.mutate(event.currentTarget.checked)}
      />
      {restrict.error !== null && <Failed error={restrict.error} />}
    </Fact>
  );
}

/** How it stands to other tickets. */
export function LinksFact({ ticket }: FactProps) {
  const words = useDeskActWords();
  const { links, mergedInto } = ticket.proceedings;
  const unlink = useAct({
    ticket: ticket.number,
    post: (body: Parameters<typeof send.unlink>[1], key) => send.unlink(ticket.number, body, key),
    said: words.unlinked,
  });
  const names: Readonly<Record<string, string>> = words.relations;
  return (
    <Fact name={words.links}>
      {links.length === 0 && mergedInto === null && words.noLinks}
      {mergedInto !== null && (
        <p>
          {words.mergedInto} <TicketLink number={mergedInto} />
        </p>
      )}
      <ul className={classes.links}>
        {links.map(({ number, relation }) => {
          const own = RELATIONS.find((one) => one === relation);
          return (
            <li key={`${number}${relation}`}>
              <span>
                {names[relation] ?? relation} <TicketLink number={number} />
              </span>
              {own !== undefined && (
                <Button
                  variant="transparent"
                  size="compact-sm"
                  aria-label={words.removeLinkTo(number)}
                  disabled={unlink.isPending}
                  onClick={() => unlink.mutate({ to: number, relation: own })}
                >
                  {words.removeLink}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div className={classes.factActs}>
        <FactAct ticket={ticket} act="link">
          {words.link}
        </FactAct>
      </div>
      {unlink.error !== null && <Failed error={unlink.error} />}
    </Fact>
  );
}

/** A ticket by its number, with its subject once that is here. */
function TicketLink({ number }: { readonly number: number }) {
  const readable = useReadable();
  const { data } = useQuery(read.ticket(number));
  return (
    <>
      <Link to="/tickets/$number" params={{ number: String(number) }}>
        {number}
      </Link>{" "}
      {data !== undefined && <span dir="auto">{readable(data.subject)}</span>}
    </>
  );
}
