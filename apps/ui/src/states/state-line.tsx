import { IconAlertTriangle, IconPlugConnectedX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { When } from "../facts/when.tsx";
import { useSpeech } from "../speech/speech.tsx";
import classes from "./states.module.css";

/** One quiet line that says in what state a part of the screen is. */
export function StateLine(props: {
  readonly kind: "empty" | "offline" | "stale" | "denied" | "info";
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.line} data-kind={props.kind}>
      {props.kind === "offline" && <IconPlugConnectedX size={16} aria-hidden />}
      {props.kind === "stale" && <IconAlertTriangle size={16} aria-hidden />}
      <div>{props.children}</div>
    </div>
  );
}

/** “No connection since 14:31”, as long as `since` is set. */
export function OfflineLine(props: { readonly since: number | null }) {
  const { words, time } = useSpeech();
  if (props.since === null) return null;
  return <StateLine kind="offline">{words.offlineSince(time.clock(props.since))}</StateLine>;
}

/** A fact from elsewhere that is older than it should be. */
export function StaleLine(props: { readonly at: string | number }) {
  const { words } = useSpeech();
  return <StateLine kind="stale">{words.staleAsOf(<When at={props.at} />)}</StateLine>;
}

/** Nothing for 300 ms, then `skeleton` in true size, after 2 s a sentence with it. */
export function Waiting(props: { readonly skeleton?: ReactNode }) {
  const { words } = useSpeech();
  const [stage, setStage] = useState<"still" | "skeleton" | "sentence">("still");
  useEffect(() => {
    const timers = [setTimeout(setStage, 300, "skeleton"), setTimeout(setStage, 2_000, "sentence")];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (stage === "still") return <span className="troth-hidden">{words.loading}</span>;
  return (
    <div aria-busy="true">
      {stage === "sentence" && <p className={classes.second}>{words.loadingStill}</p>}
      <div aria-hidden>{props.skeleton ?? <Bars count={3} />}</div>
    </div>
  );
}

/** Still bars of text height: no shimmer. */
export function Bars(props: { readonly count: number }) {
  return (
    <div className={classes.bars}>
      {Array.from({ length: props.count }, (_, at) => (
        <span key={at} />
      ))}
    </div>
  );
}
