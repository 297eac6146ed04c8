import { useEffect, useRef } from "react";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { CopyButton } from "../facts/copy-button.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { Act, ActLink } from "./act.tsx";
import classes from "./customer.module.css";
import { failureKind } from "./failure.ts";

/** Other ways to reach the vendor when the form cannot send; null where there is none. */
export type OtherDoors = {
  readonly portal: string | null;
  readonly mail: string | null;
  /** Where one signs in again; null where that is another page's business, as in a console. */
  readonly signIn: string | null;
};

const RETRY_WITHIN_MS = 5 * 60_000;

/** A failed send: what failed, that the text is safe, and every way on. */
export function SendFailed(props: {
  readonly error: unknown;
  readonly failedAt: number;
  readonly text: string;
  readonly doors: OtherDoors;
  readonly onRetry: () => void;
}) {
  const words = useWidgetWords();
  const portal = usePortalWords();
  const { words: shared } = useSpeech();
  const kind = failureKind(props.error);
  const mustSignInHere = kind === "signed-out" && props.doors.signIn !== null;
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.scrollIntoView({ block: "nearest" });
  }, [props.failedAt]);
  useRetryOnReturn(kind === "unreachable", props.failedAt, props.onRetry);
  const ways = (
    <>
      <CopyButton text={() => props.text} label={words.copyText} size="md" />
      {props.doors.portal !== null && (
        <ActLink href={props.doors.portal} isElsewhere>
          {words.inPortal}
        </ActLink>
      )}
      {props.doors.mail !== null && (
        <ActLink href={mailWith(props.doors.mail, props.text)}>{words.byMail}</ActLink>
      )}
    </>
  );
  if (kind === "refused" || kind === "other") {
    return (
      <div ref={note} className={classes.whole}>
        <ProblemNote error={props.error} title={words.notSentTitle} onRetry={props.onRetry}>
          {ways}
        </ProblemNote>
      </div>
    );
  }
  return (
    <div ref={note} role="alert" className={classes.failed}>
      <p className={classes.failedTitle}>{words.notSentTitle}</p>
      <p>
        {mustSignInHere ? portal.signInAgain : words.notSent[kind]}{" "}
        {kind === "unreachable" && words.leavesOnReturn}
      </p>
      <div className={classes.acts}>
        {mustSignInHere && props.doors.signIn !== null && (
          <ActLink href={props.doors.signIn} isElsewhere>
            {shared.signIn}
          </ActLink>
        )}
        <Act onClick={props.onRetry}>{shared.tryAgain}</Act>
        {ways}
      </div>
    </div>
  );
}

/** What was sent in the last five minutes leaves by itself when the line is back; older waits for a press. */
function useRetryOnReturn(isWanted: boolean, failedAt: number, retry: () => void): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    const onReturn = () => {
      if (Date.now() - failedAt <= RETRY_WITHIN_MS) retry();
    };
    window.addEventListener("online", onReturn);
    return () => window.removeEventListener("online", onReturn);
  }, [isWanted, failedAt, retry]);
}

const MOST_IN_MAIL = 1_500;

/** The mail address with the text begun in it, as far as mail programs take it. */
function mailWith(mail: string, text: string): string {
  const address = mail.startsWith("mailto:") ? mail : `mailto:${mail}`;
  return `${address.split("?")[0]}?body=${encodeURIComponent(text.slice(0, MOST_IN_MAIL))}`;
}
