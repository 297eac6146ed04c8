import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import {
  durationWords,
  MaskedText,
  Said,
  Severity,
  useDeskActWords,
  useNow,
  useSpeech,
  When,
} from "@troth/ui";
import { useState } from "react";
import { Failed } from "../../frame/failed.tsx";
import { read } from "../../queries.ts";
import type { DeskTicket, Objection } from "../../wire.ts";
import { AdviseDialog, AskLeadDialog } from "./advice-dialogs.tsx";
import classes from "./around.module.css";
import { DecideDialog } from "./decide-dialog.tsx";
import { Panel } from "./panel.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type ObjectionProps = { readonly ticket: DeskTicket; readonly objection: Objection };

/** An objection to the severity: who, to what, what they want and why, its age and owner, advice, the decision (P083). */
export function ObjectionPanel({ ticket, objection }: ObjectionProps) {
  const words = useDeskActWords();
  const { words: shared } = useSpeech();
  const now = useNow();
  const [open, setOpen] = useState<"ask" | "advise" | "decide" | null>(null);
  const close = () => setOpen(null);
  const agents = useQuery(read.agents());
  const me = agents.data?.agents.find(({ isMe }) => isMe);
  const isAsked = objection.advice.some(({ lead, text }) => lead.id === me?.id && text === null);
  return (
    <Panel
      title={words.objectionOf(objection.by)}
      acts={
        <>
          <Button disabled={!objection.mayDecide} onClick={() => setOpen("decide")}>
            {words.decide}
          </Button>
          <OwnerActs ticket={ticket} objection={objection} />
          {objection.advice.length < 2 && (
            <Button variant="default" onClick={() => setOpen("ask")}>
              {words.askLead}
            </Button>
          )}
          {isAsked && (
            <Button variant="default" onClick={() => setOpen("advise")}>
              {words.advise}
            </Button>
          )}
          {objection.whyNot !== null && (
            <span className={classes.second}>
              {words.decide}:{" "}
              <Said answer={{ message: objection.whyNot, reason: objection.whyNotReason ?? undefined }} />
            </span>
          )}
        </>
      }
    >
      <p>
        {words.objectsTo} <Severity severity={objection.severity} />
        {objection.wants !== null && (
          <>
            ; {words.thinksRight} <Severity severity={objection.wants} />
          </>
        )}
      </p>
      <blockquote dir="auto">
        <MaskedText text={objection.reason} />
      </blockquote>
      <p className={classes.second}>
        {words.openSince(
          <When at={objection.at} />,
          durationWords(Math.max(0, now - Date.parse(objection.at)), shared),
        )}{" "}
        {objection.owner === null ? words.noOwner : words.decidedBy(objection.owner.name)}
      </p>
      {objection.advice.length > 0 && (
        <ul className={classes.advice} aria-label={words.adviceList}>
          {objection.advice.map(({ lead, text }) => (
            <li key={lead.id} dir="auto">
              <strong>{lead.name}</strong>: {text === null ? words.noAdviceYet : <MaskedText text={text} />}
            </li>
          ))}
        </ul>
      )}
      <DecideDialog ticket={ticket} objection={objection} isOpen={open === "decide"} onClose={close} />
      <AskLeadDialog ticket={ticket} objection={objection} isOpen={open === "ask"} onClose={close} />
      <AdviseDialog ticket={ticket} isOpen={open === "advise"} onClose={close} />
    </Panel>
  );
}

/** Take the decision upon oneself, or give it to somebody. */
function OwnerActs({ ticket, objection }: ObjectionProps) {
  const words = useDeskActWords();
  const agents = useQuery(read.agents());
  const own = useAct({
    ticket: ticket.number,
    post: (owner: string, key) => send.ownObjection(ticket.number, owner, key),
    said: words.ownerSaid,
  });
  const all = agents.data?.agents ?? [];
  const me = all.find(({ isMe }) => isMe);
  const others = all.filter(({ id, isMe }) => !isMe && id !== objection.owner?.id);
  return (
    <>
      {me !== undefined && me.id !== objection.owner?.id && (
        <Button variant="default" disabled={own.isPending} onClick={() => own.mutate(me.id)}>
          {words.takeDecision}
        </Button>
      )}
      {others.length > 0 && (
        <Menu width={240} withinPortal withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default">{words.giveDecision}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => own.mutate(id)}>
                <span dir="auto">{name}</span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {own.error !== null && <Failed error={own.error} />}
    </>
  );
}
