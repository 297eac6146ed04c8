import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { MaskedText, ProblemNote, saveFile, useDeskActWords, When } from "@troth/ui";
import { useState } from "react";
import type { DeskTicket, Video } from "../../wire.ts";
import { useTicketZones } from "../use-ticket.ts";
import { useWhyOff } from "../use-why-off.ts";
import classes from "./around.module.css";
import { Panel } from "./panel.tsx";
import { readInvitation } from "./ticket-api.ts";
import { EndVideoDialog, GrantVideoDialog } from "./video-dialogs.tsx";

/** A wish for a video chat, or the one that was granted. */
export function VideoPanel({ ticket, video }: { readonly ticket: DeskTicket; readonly video: Video }) {
  const words = useDeskActWords();
  const off = useWhyOff(ticket)("grant-video");
  const others = useTicketZones(ticket);
  const [open, setOpen] = useState<"grant" | "end" | null>(null);
  const close = () => setOpen(null);
  const { number } = ticket;
  const file = useMutation({
    mutationFn: async () => saveFile(`ticket-${number}.ics`, await readInvitation(number), "text/calendar"),
  });
  const isGranted = video.state === "granted";
  return (
    <Panel
      title={isGranted ? words.videoGranted : words.videoAsked(ticket.requester.name)}
      acts={
        <>
          <Button
            variant={isGranted ? "default" : "filled"}
            disabled={off !== null}
            onClick={() => setOpen("grant")}
          >
            {isGranted ? words.move : words.grant}
          </Button>
          <Button variant="default" onClick={() => setOpen("end")}>
            {isGranted ? words.cancelVideo : words.decline}
          </Button>
          {isGranted && (
            <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
              {words.calendarFile}
            </Button>
          )}
          {off !== null && <span className={classes.second}>{off}</span>}
        </>
      }
    >
      {video.slot !== null && (
        <p>
          <strong>
            <When at={video.slot.startsAt} others={others} />
          </strong>
          {", "}
          {words.minutesLong(video.slot.minutes)}
        </p>
      )}
      {video.room !== null && (
        <p>
          <a href={video.room} rel="noreferrer" target="_blank">
            {video.room}
          </a>
        </p>
      )}
      {file.isError && <ProblemNote error={file.error} />}
      {video.reason !== null && (
        <blockquote dir="auto">
          <MaskedText text={video.reason} />
        </blockquote>
      )}
      <GrantVideoDialog ticket={ticket} video={video} isOpen={open === "grant"} onClose={close} />
      <EndVideoDialog ticket={ticket} video={video} isOpen={open === "end"} onClose={close} />
    </Panel>
  );
}
