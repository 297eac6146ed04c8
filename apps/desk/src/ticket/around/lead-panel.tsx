import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MaskedText, PolicyText, useDeskActWords, When } from "@troth/ui";
import { Failed } from "../../frame/failed.tsx";
import { read } from "../../queries.ts";
import type { DeskTicket } from "../../wire.ts";
import classes from "./around.module.css";
import { Panel } from "./panel.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

/** “It got worse”: what the customer says and wishes; a lead says that they have seen to it. */
export function LeadPanel(props: { readonly ticket: DeskTicket; readonly at: string }) {
  const { ticket } = props;
  const words = useDeskActWords();
  const me = useQuery(read.me());
  const said = ticket.timeline.findLast(({ kind }) => kind === "ticket.worsened");
  const seen = useAct({
    ticket: ticket.number,
    post: (_: void, key) => send.seenAsLead(ticket.number, key),
    said: words.leadSeenSaid,
  });
  const isLead = me.data !== undefined && me.data.role !== "agent";
  return (
    <Panel
      title={words.leadAsked(said?.by ?? ticket.requester.name)}
      acts={
        <>
          <Button variant="default" disabled={!isLead || seen.isPending} onClick={() => seen.mutate()}>
            {words.leadSeen}
          </Button>
          {!isLead && <span className={classes.second}>{words.leadsOnly}</span>}
        </>
      }
    >
      {said?.reason != null && (
        <blockquote dir="auto">
          <MaskedText text={said.reason} />
        </blockquote>
      )}
      <p className={classes.second}>
        <When at={props.at} />
        {said?.to != null && said.to !== said.from && (
          <>
            {"; "}
            {words.wants(<PolicyText>{said.to}</PolicyText>)}
          </>
        )}
      </p>
      {seen.error !== null && <Failed error={seen.error} />}
    </Panel>
  );
}
