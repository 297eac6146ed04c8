import { Button, Menu } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { useAnnounce, useDeskActWords, useDeskWords } from "@troth/ui";
import { useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { KeyHint } from "../keys/key-hint.tsx";
import { shortcutOf } from "../keys/keys.ts";
import { useKeys } from "../keys/use-keys.tsx";
import { useOwnAct } from "../live/live.tsx";
import { read } from "../queries.ts";
import type { DeskTicket } from "../wire.ts";
import { HandOverDialog } from "./around/hand-over-dialog.tsx";
import classes from "./ticket.module.css";
import { actState } from "./ticket-facts.ts";

/** Who has it; give it to somebody, take it, or put it back. */
export function AssignMenu({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const announce = useAnnounce();
  const agents = useQuery(read.agents());
  const ownAct = useOwnAct(ticket.number);
  const acts = useDeskActWords();
  const [isOpen, setOpen] = useState(false);
  const [isHandingOver, setHandingOver] = useState(false);
  const state = actState(ticket, "assign");
  const assign = useMutation({
    mutationFn: (assignee: string | null) =>
      ownAct(() =>
        unwrap(
          troth.api.PUT("/v1/desk/tickets/{number}/assignee", {
            params: { path: { number: ticket.number }, header: onceHeader() },
            body: { assignee, sawVersion: ticket.version },
          }),
        ),
      ),
    onSuccess: (_, assignee) => {
      const name = agents.data?.agents.find((one) => one.id === assignee)?.name;
      announce(name === undefined ? words.unassigned : words.assigned(name));
    },
  });
  const me = agents.data?.agents.find((one) => one.isMe);
  const mayTake = state.isOpen && me !== undefined && me.id !== ticket.assignee?.id;
  useKeys({
    assign: state.isOpen ? () => setOpen(true) : undefined,
    take: mayTake ? () => assign.mutate(me.id) : undefined,
  });
  const label = ticket.assignee === null ? words.unassigned : words.assigned(ticket.assignee.name);
  return (
    <>
      {mayTake && (
        <Button
          variant="default"
          disabled={assign.isPending}
          aria-keyshortcuts={shortcutOf("take")}
          onClick={() => assign.mutate(me.id)}
        >
          {words.take}
          <KeyHint act="take" />
        </Button>
      )}
      <Menu
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        width={260}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button variant="default" disabled={!state.isOpen} aria-keyshortcuts={shortcutOf("assign")}>
            <span className="troth-hidden">{words.assign}: </span>
            <span className={classes.assignee} dir="auto">
              {label}
            </span>
            <KeyHint act="assign" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{words.assignTo}</Menu.Label>
          <Menu.RadioGroup
            value={ticket.assignee?.id ?? null}
            onChange={(id) => id !== ticket.assignee?.id && assign.mutate(id)}
          >
            {agents.data?.agents.map((agent) => (
              <Menu.RadioItem key={agent.id} value={agent.id} closeMenuOnClick>
                {agent.isMe ? `${agent.name} (${words.me})` : agent.name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item onClick={() => setHandingOver(true)}>{acts.handOverNote}</Menu.Item>
          {ticket.assignee !== null && (
            <>
              <Menu.Item onClick={() => assign.mutate(null)}>{words.giveBack}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <HandOverDialog ticket={ticket} isOpen={isHandingOver} onClose={() => setHandingOver(false)} />
      {assign.error !== null && (
        <div className={classes.headProblem}>
          <Failed error={assign.error} onRetry={() => assign.reset()} />
        </div>
      )}
    </>
  );
}
