import { Textarea, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Dialog, SecretNotice, useWishWords, WishStand } from "@troth/ui";
import { useDeferredValue, useId, useState } from "react";
import { read } from "../../queries.ts";
import type { DeskTicket, DeskWish } from "../../wire.ts";
import classes from "../dialog.module.css";
import { ActForm } from "./act-form.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

/** Notes a ticket as a wish: one that is found as one types, or a new one. */
export function WishDialog(props: DialogProps) {
  const words = useWishWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.noteTitle(props.ticket.number)}>
      {props.isOpen && <WishForm {...props} />}
    </Dialog>
  );
}

const titleOf = (text: string) => text.trim().replaceAll(/\s+/g, " ");

function WishForm({ ticket, onClose }: DialogProps) {
  const words = useWishWords();
  const listId = useId();
  const hintId = useId();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const { wishes, known } = useKnown(titleOf(title));
  const queries = useQueryClient();
  const note = useAct({
    ticket: ticket.number,
    post: (body: Parameters<typeof send.noteWish>[1], key) => send.noteWish(ticket.number, body, key),
    said: words.notedSaid,
    onDone: () => {
      onClose();
      void queries.invalidateQueries({ queryKey: ["wishes"] });
    },
  });
  const missing =
    titleOf(title) === "" ? words.titleFirst : known === null && text.trim() === "" ? words.textFirst : null;
  return (
    <ActForm
      label={words.note}
      missing={missing}
      isPending={note.isPending}
      error={note.error}
      onClose={onClose}
      onSubmit={() =>
        note.mutate(known === null ? { wish: null, title, text } : { wish: known.id, title: "", text: "" })
      }
    >
      <p>{words.noteText}</p>
      <div>
        <TextInput
          label={words.title}
          description={words.titleHint}
          list={listId}
          maxLength={120}
          autoComplete="off"
          dir="auto"
          data-autofocus
          aria-describedby={hintId}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {wishes.map((wish) => (
            <option key={wish.id} value={wish.title} />
          ))}
        </datalist>
        <p id={hintId} role="status">
          {titleOf(title) !== "" &&
            (known === null ? words.isNew : words.isKnown(known.asking.organisations, known.asking.tickets))}
        </p>
      </div>
      {known === null && (
        <>
          <Textarea
            label={words.text}
            description={words.textHint}
            maxLength={1_000}
            autosize
            minRows={2}
            maxRows={6}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SecretNotice text={text} onMask={setText} />
        </>
      )}
      {missing === null && (
        <section className={classes.effect} aria-label={words.theyWillRead}>
          <h3>{words.theyWillRead}</h3>
          <blockquote>
            <WishStand
              wish={
                known === null
                  ? { title: titleOf(title), state: "noted", release: null, reason: null }
                  : { ...known, release: known.release?.name ?? null }
              }
            />
            <p dir="auto">{known?.text ?? text}</p>
          </blockquote>
        </section>
      )}
    </ActForm>
  );
}

/** Wishes that take tickets and fit what is typed, and the one that is typed whole. */
function useKnown(title: string): { readonly wishes: readonly DeskWish[]; readonly known: DeskWish | null } {
  const looked = useDeferredValue(title);
  const list = useQuery({ ...read.wishes(null, looked), placeholderData: keepPreviousData });
  const wishes = (list.data?.wishes ?? []).filter(({ state }) => state === "noted" || state === "planned");
  const known = wishes.find((wish) => wish.title.toLowerCase() === title.toLowerCase()) ?? null;
  return { wishes, known };
}
