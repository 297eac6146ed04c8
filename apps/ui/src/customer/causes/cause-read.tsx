import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useCauseWords } from "../../catalogue/use-cause-words.ts";
import { CauseVersions } from "../../causes/cause-version.tsx";
import classes from "../../causes/causes.module.css";
import { saveFile } from "../../facts/save-file.ts";
import { useAnnounce, useSpeech } from "../../speech/speech.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { Waiting } from "../../states/state-line.tsx";
import { Act } from "../act.tsx";
import { useCustomerDesk } from "../customer-desk.ts";
import { NotShown } from "../not-shown.tsx";
import type { Cause } from "../wire.ts";

/** A document with its versions, and the copy to keep; on a page of its own it can be printed. */
export function CauseRead(props: {
  readonly ticket: number;
  readonly document: string;
  /** The newest version that the ticket told of; a newer one is read again. */
  readonly newest: number;
}) {
  const query = useCause(props.ticket, props.document, props.newest);
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Waiting />;
  return <CauseText ticket={props.ticket} cause={query.data} />;
}

/** The same as a page: its title is the page's, and it prints without what stands around it. */
export function CausePageView(props: {
  readonly ticket: number;
  readonly document: string;
  /** The way back to the ticket. */
  readonly head: ReactNode;
}) {
  const words = useCauseWords();
  const query = useCause(props.ticket, props.document, 0);
  if (query.isError)
    return (
      <NotShown error={query.error} onRetry={() => void query.refetch()}>
        {props.head}
      </NotShown>
    );
  if (!query.data) return <Waiting />;
  const { incident, ticket } = query.data;
  return (
    <article className={classes.page}>
      <p className={classes.acts}>{props.head}</p>
      <h1 id="troth-heading" tabIndex={-1} dir="auto">
        {incident === null ? words.ofTicket(ticket ?? props.ticket) : words.ofIncident(incident.title)}
      </h1>
      <CauseText ticket={props.ticket} cause={query.data} isPage />
    </article>
  );
}

function useCause(ticket: number, document: string, newest: number) {
  const desk = useCustomerDesk();
  return useQuery({
    queryKey: ["ticket", ticket, "cause", document, newest],
    queryFn: () => desk.cause(ticket, document),
  });
}

function CauseText(props: { readonly ticket: number; readonly cause: Cause; readonly isPage?: boolean }) {
  const words = useCauseWords();
  const desk = useCustomerDesk();
  const announce = useAnnounce();
  const { locale, zone } = useSpeech();
  const { ticket, cause } = props;
  const file = `root-cause-${ticket}-${cause.versions.length}.md`;
  const download = useMutation({
    mutationFn: async () =>
      saveFile(file, await desk.causeText(ticket, cause.id, { locale, zone }), "text/markdown"),
    onSuccess: () => announce(words.saved(file)),
  });
  return (
    <>
      <CauseVersions versions={cause.versions} level={props.isPage ? 2 : 3} />
      <div className={classes.acts}>
        {props.isPage && <Act onClick={() => print()}>{words.print}</Act>}
        <Act isBusy={download.isPending} onClick={() => download.mutate()}>
          {words.download}
        </Act>
      </div>
      {download.error !== null && <ProblemNote error={download.error} />}
    </>
  );
}
