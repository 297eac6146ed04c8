import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { Dialog, ProblemNote, useAnnounce, useIncidentWords, useSpeech, When } from "@troth/ui";
import { useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { useOwnAct } from "../live/live.tsx";
import { read } from "../queries.ts";
import type { DeskTicket } from "../wire.ts";
import dialog from "./dialog.module.css";
import { Fact, Second } from "./fact.tsx";

/** The incident a ticket is part of, and the way to link or unlink it. */
export function IncidentFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useIncidentWords();
  const [isOpen, setOpen] = useState(false);
  const { incident } = ticket;
  return (
    <Fact name={words.part}>
      {incident === null ? (
        <Second>{words.noPart}</Second>
      ) : (
        <>
          <Link to="/incidents/$number" params={{ number: String(incident.number) }} dir="auto">
            {words.numberedTitle(incident.number, incident.title)}
          </Link>
          <Second>
            {words.states[incident.state]}
            {incident.nextUpdateBy !== null && <>. {words.nextBy(<When at={incident.nextUpdateBy} />)}</>}
          </Second>
        </>
      )}
      {ticket.state !== "merged" && (
        <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpen(true)}>
          {incident === null ? words.linkAdd : words.linkChange}
        </Button>
      )}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words.linkTitle(ticket.number)}>
        {isOpen && <LinkForm ticket={ticket} onClose={() => setOpen(false)} />}
      </Dialog>
    </Fact>
  );
}

function LinkForm({ ticket, onClose }: { readonly ticket: DeskTicket; readonly onClose: () => void }) {
  const words = useIncidentWords();
  const shared = useSpeech().words;
  const list = useQuery(read.incidents());
  const [chosen, setChosen] = useState(ticket.incident === null ? "" : String(ticket.incident.number));
  const link = useLink(ticket, onClose);
  const incidents = list.data?.incidents ?? [];
  return (
    <form
      className={dialog.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!link.isPending) link.mutate(chosen === "" ? null : Number(chosen));
      }}
    >
      {list.error !== null && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      <NativeSelect
        label={words.link}
        description={incidents.length === 0 ? words.linkNoneOpen : words.linkHint}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: "", label: words.linkNone },
          ...incidents.map(({ number, title, state }) => ({
            value: String(number),
            label: `${words.numberedTitle(number, title)} (${words.states[state]})`,
          })),
        ]}
      />
      {link.error !== null && <Failed error={link.error} />}
      <div className={dialog.acts}>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton isPending={link.isPending} pendingLabel={words.posting}>
          {words.linkSave}
        </SubmitButton>
      </div>
    </form>
  );
}

function useLink(ticket: DeskTicket, onDone: () => void) {
  const words = useIncidentWords();
  const announce = useAnnounce();
  const ownAct = useOwnAct(ticket.number);
  return useMutation({
    mutationFn: (incident: number | null) =>
      ownAct(() =>
        unwrap(
          troth.api.PUT("/v1/desk/tickets/{number}/incident", {
            params: { path: { number: ticket.number }, header: onceHeader() },
            body: { incident },
          }),
        ),
      ),
    onSuccess: () => {
      announce(words.linkedSaid);
      onDone();
    },
  });
}
