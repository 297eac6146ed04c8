import { NumberInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Dialog, useDeskActWords, useSpeech } from "@troth/ui";
import { useState } from "react";
import { WrittenField } from "../../frame/written-field.tsx";
import { read } from "../../queries.ts";
import type { DeskTicket, Video } from "../../wire.ts";
import { ActForm } from "./act-form.tsx";
import { fieldOf, instantOf } from "./moment.ts";
import { MomentField } from "./moment-field.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = {
  readonly ticket: DeskTicket;
  readonly video: Video;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Grants a video chat at a time, or moves the one that was granted. */
export function GrantVideoDialog(props: DialogProps) {
  const words = useDeskActWords();
  const title = props.video.state === "granted" ? words.moveTitle : words.grantTitle;
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={title}>
      {props.isOpen && <GrantForm {...props} />}
    </Dialog>
  );
}

function GrantForm({ ticket, video, onClose }: DialogProps) {
  const words = useDeskActWords();
  const { now } = useSpeech();
  const hasOwnRooms = useQuery(read.me()).data?.hasMeetings === true;
  const [starts, setStarts] = useState(video.slot === null ? "" : fieldOf(Date.parse(video.slot.startsAt)));
  const [minutes, setMinutes] = useState<number | null>(video.slot?.minutes ?? 30);
  const [room, setRoom] = useState(video.room ?? "");
  const at = instantOf(starts);
  const grant = useAct({
    ticket: ticket.number,
    post: (body: Parameters<typeof send.grantVideo>[1], key) => send.grantVideo(ticket.number, body, key),
    said: words.grantedSaid,
    onDone: onClose,
  });
  const missing =
    at === null
      ? words.timeFirst
      : at <= now()
        ? words.timePast
        : minutes === null || minutes < 5 || minutes > 240
          ? words.minutesFirst
          : room.trim() === "" && !hasOwnRooms
            ? words.roomFirst
            : null;
  return (
    <ActForm
      label={video.state === "granted" ? words.move : words.grant}
      missing={missing}
      isPending={grant.isPending}
      error={grant.error}
      onClose={onClose}
      onSubmit={() =>
        at !== null &&
        minutes !== null &&
        grant.mutate({
          startsAt: new Date(at).toISOString(),
          minutes,
          room: room.trim() || null,
          sawVersion: ticket.version,
        })
      }
    >
      <p>{words.grantText(ticket.requester.name)}</p>
      <MomentField
        label={words.startsAt}
        theirZone={ticket.requester.zone}
        value={starts}
        onChange={setStarts}
      />
      <NumberInput
        label={words.minutes}
        min={5}
        max={240}
        step={5}
        value={minutes ?? ""}
        onChange={(value) => setMinutes(typeof value === "number" ? value : null)}
      />
      <TextInput
        label={words.room}
        description={hasOwnRooms ? words.roomOwn : words.roomHint}
        type="url"
        value={room}
        onChange={(event) => setRoom(event.currentTarget.value)}
      />
    </ActForm>
  );
}

/** Declines a wish with the reason the customer reads, or cancels what was granted. */
export function EndVideoDialog(props: DialogProps) {
  const words = useDeskActWords();
  const title = props.video.state === "granted" ? words.cancelVideo : words.declineTitle;
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={title}>
      {props.isOpen && <EndForm {...props} />}
    </Dialog>
  );
}

function EndForm({ ticket, video, onClose }: DialogProps) {
  const words = useDeskActWords();
  const [reason, setReason] = useState("");
  const isGranted = video.state === "granted";
  const written = reason.trim();
  const end = useAct({
    ticket: ticket.number,
    post: (text: string, key) =>
      isGranted
        ? send.cancelVideo(ticket.number, text === "" ? null : text, key)
        : send.declineVideo(ticket.number, text, key),
    said: isGranted ? words.cancelledSaid : words.declinedSaid,
    onDone: onClose,
  });
  return (
    <ActForm
      label={isGranted ? words.cancelVideo : words.decline}
      missing={!isGranted && written === "" ? words.reasonFirst : null}
      isPending={end.isPending}
      error={end.error}
      onClose={onClose}
      onSubmit={() => end.mutate(written)}
    >
      <WrittenField label={words.reasonCustomerReads} minRows={3} value={reason} onChange={setReason} />
    </ActForm>
  );
}
