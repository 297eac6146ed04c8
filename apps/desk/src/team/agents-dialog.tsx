import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { Bars, Dialog, ProblemNote, useDeskActWords, useDeskWords, Waiting, When } from "@troth/ui";
import { useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { refetchAfter } from "../live/live.tsx";
import { read } from "../queries.ts";
import { ActForm } from "../ticket/around/act-form.tsx";
import classes from "../ticket/around/around.module.css";
import type { Agent } from "../wire.ts";

/** Who is at the desk. An admin takes somebody off it, after seeing what that does. */
export function AgentsDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} width={640} title={words.agents}>
      {props.isOpen && <AgentsList />}
    </Dialog>
  );
}

function AgentsList() {
  const words = useDeskActWords();
  const desk = useDeskWords();
  const agents = useQuery({ ...read.agents(), refetchOnMount: "always" });
  const [leaving, setLeaving] = useState<Agent | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (agents.error !== null) {
    return <ProblemNote error={agents.error} onRetry={() => void agents.refetch()} />;
  }
  if (agents.data === undefined) return <Waiting skeleton={<Bars count={4} />} />;
  if (leaving !== null) {
    return (
      <Deactivation
        agent={leaving}
        onClose={() => setLeaving(null)}
        onDone={(said) => {
          setDone(said);
          setLeaving(null);
        }}
      />
    );
  }
  return (
    <>
      {done !== null && <p role="status">{done}</p>}
      <ul className={classes.agents} aria-label={words.agents}>
        {agents.data.agents.map((agent) => (
          <li key={agent.id}>
            <div>
              <strong dir="auto">{agent.isMe ? `${agent.name} (${desk.me})` : agent.name}</strong>
              <p className={classes.second}>
                {desk.roles[agent.role]}, {desk.openTickets(agent.openTickets)}
                {agent.awayUntil !== null && <>, {words.awayShort(<When at={agent.awayUntil} />)}</>}
              </p>
            </div>
            {agent.isMe ? (
              <span className={classes.second}>{words.notYourself}</span>
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={words.deactivateName(agent.name)}
                onClick={() => setLeaving(agent)}
              >
                {words.deactivate}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Deactivation(props: {
  readonly agent: Agent;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}) {
  const words = useDeskActWords();
  const client = useQueryClient();
  const { agent } = props;
  const end = useMutation({
    mutationFn: () =>
      unwrap(
        troth.api.DELETE("/v1/desk/agents/{person}", {
          params: { path: { person: agent.id }, header: onceHeader() },
        }),
      ),
    onSuccess: async ({ givenBack }) => {
      await client.invalidateQueries({ queryKey: ["agents"] });
      await refetchAfter(client, null);
      props.onDone(words.deactivated(agent.name, givenBack));
    },
  });
  return (
    <ActForm
      label={words.deactivateName(agent.name)}
      missing={null}
      isPending={end.isPending}
      error={end.error}
      onClose={props.onClose}
      onSubmit={() => end.mutate()}
    >
      <h3>{words.willHappen}</h3>
      <ul>
        <li>{words.signInEnds(agent.name)}</li>
        <li>{words.ticketsReturn(agent.openTickets)}</li>
        <li>{words.dutiesGoOn}</li>
        <li>{words.recordStays}</li>
      </ul>
    </ActForm>
  );
}
