import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { saveFile } from "../../facts/save-file.ts";
import { When } from "../../facts/when.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import type { Ticket } from "../wire.ts";
import { ActDialog } from "./act-dialog.tsx";
import { isOpen } from "./is-open.ts";
import { useAct } from "./use-act.ts";

/** A video chat: asked for, granted with slot and room, or to be asked for where the plan has it (P021). */
export function VideoFact({ ticket }: { readonly ticket: Ticket }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const [isAsking, setAsking] = useState(false);
  const { number } = ticket;
  const { video } = ticket.proceedings;
  const withdraw = useAct(number, () => desk.withdrawVideo(number));
  const download = useAct(number, async () =>
    saveFile(`ticket-${number}.ics`, await desk.invitation(number), "text/calendar"),
  );
  if (video === null && !isOpen(ticket, "video")) return null;
  return (
    <>
      <dt>{words.video}</dt>
      <dd>
        {video === null && (
          <button type="button" className={classes.plainLink} onClick={() => setAsking(true)}>
            {words.askVideo}
          </button>
        )}
        {video?.state === "asked" && <p>{words.videoAsked(<When at={video.at} />)}</p>}
        {video?.slot != null && (
          <p>{words.videoGranted(<When at={video.slot.startsAt} />, video.slot.minutes)}</p>
        )}
        {video?.room != null && (
          <p>
            <a href={video.room} target="_blank" rel="noreferrer">
              {words.videoJoin}
            </a>
          </p>
        )}
        {video !== null && (
          <p className={classes.acts}>
            {video.state === "granted" && (
              <button type="button" className={classes.plainLink} onClick={() => download.mutate(undefined)}>
                {words.videoFile}
              </button>
            )}
            <button type="button" className={classes.plainLink} onClick={() => withdraw.mutate(undefined)}>
              {video.state === "granted" ? words.videoCancel : words.videoWithdraw}
            </button>
          </p>
        )}
        {withdraw.isError && <ProblemNote error={withdraw.error} />}
        {download.isError && <ProblemNote error={download.error} />}
      </dd>
      {isAsking && (
        <ActDialog
          number={number}
          title={words.videoTitle}
          intro={words.videoIntro}
          text={{ label: words.videoText, isNeeded: true }}
          send={words.videoSend}
          said={words.videoDone}
          run={(reason) => desk.askVideo(number, reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
