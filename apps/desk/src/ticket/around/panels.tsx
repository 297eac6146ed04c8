import type { DeskTicket } from "../../wire.ts";
import classes from "./around.module.css";
import { CausePanel } from "./cause-panel.tsx";
import { HandOverPanel } from "./hand-over-panel.tsx";
import { LeadPanel } from "./lead-panel.tsx";
import { ObjectionPanel } from "./objection-panel.tsx";
import { VideoPanel } from "./video-panel.tsx";

/** What waits for a word of ours around this ticket, before the conversation; nothing most of the time. */
export function Panels({ ticket }: { readonly ticket: DeskTicket }) {
  const { disagreement, leadAskedAt, video } = ticket.proceedings;
  const { askedAt } = ticket.causes;
  return (
    <div className={classes.panels}>
      <HandOverPanel ticket={ticket} />
      {disagreement !== null && <ObjectionPanel ticket={ticket} objection={disagreement} />}
      {leadAskedAt !== null && <LeadPanel ticket={ticket} at={leadAskedAt} />}
      {askedAt !== null && <CausePanel ticket={ticket} askedAt={askedAt} />}
      {video !== null && <VideoPanel ticket={ticket} video={video} />}
    </div>
  );
}
