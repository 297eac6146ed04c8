import { Button, Popover } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useSpeech } from "../speech/speech.tsx";
import { dueMinute } from "../speech/time.ts";
import classes from "./facts.module.css";

export type WhenForm = "full" | "yours" | "short" | "day" | "clock" | "compact";

/** Another zone to show this instant in, with the word for whose it is. */
export type OtherZone = { readonly label: string; readonly zone: string };

type WhenProps = {
  /** ISO instant or milliseconds. */
  readonly at: string | number;
  /** `yours` is the customers' form: “Tue 7 Jul, 21:30 your time (CEST, Berlin)”. */
  readonly form?: WhenForm;
  /** Words that say the instant in another way, such as “the end of Wed 4 Mar (17:00 New York)”. */
  readonly label?: string;
  /** True for a due instant: it rounds up to the minute. */
  readonly isDue?: boolean;
  /** A press opens the instant in these zones, the reader's own and UTC. Without it there is nothing to press. */
  readonly others?: readonly OtherZone[];
};

/** An instant, the only way a screen shows one. */
export function When(props: WhenProps) {
  const text = useWhenText();
  const at = instantOf(props.at, props.isDue);
  const label = props.label ?? text(at, props.form);
  if (props.others === undefined) return <time dateTime={new Date(at).toISOString()}>{label}</time>;
  return <Elsewhere at={at} label={label} others={props.others} />;
}

/** The words of an instant, for sentences that are plain text. */
export function useWhenText(): (at: string | number, form?: WhenForm, isDue?: boolean) => string {
  const { time, words } = useSpeech();
  return (instant, form = "full", isDue = false) => {
    const at = instantOf(instant, isDue);
    if (form === "full") return time.full(at);
    if (form === "yours") return `${time.short(at)} ${words.yourTime} (${time.zoneWords(at)})`;
    return time[form](at);
  };
}

function instantOf(at: string | number, isDue: boolean | undefined): number {
  const instant = typeof at === "number" ? at : Date.parse(at);
  return isDue ? dueMinute(instant) : instant;
}

/** Not a button element: that would not break over two lines inside a sentence. */
function Elsewhere(props: {
  readonly at: number;
  readonly label: string;
  readonly others: readonly OtherZone[];
}) {
  const [isOpen, setOpen] = useState(false);
  const { words } = useSpeech();
  const toggle = () => setOpen((was) => !was);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    toggle();
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <span role="button" tabIndex={0} className={classes.time} onClick={toggle} onKeyDown={onKey}>
          <time dateTime={new Date(props.at).toISOString()}>{props.label}</time>
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.timesOf(props.label)}>
        {isOpen && <Zones at={props.at} others={props.others} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Zones(props: { readonly at: number; readonly others: readonly OtherZone[] }) {
  const { words, zone, timeIn } = useSpeech();
  const [isCopied, setCopied] = useState(false);
  const lines = [{ label: words.you, zone }, ...props.others, { label: words.utc, zone: "UTC" }];
  const copy = async () => {
    await navigator.clipboard.writeText(new Date(props.at).toISOString());
    setCopied(true);
  };
  return (
    <>
      <dl className={classes.zones}>
        {lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{timeIn(line.zone).full(props.at)}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" size="compact-sm" onClick={() => void copy()}>
        {isCopied ? words.copied : words.copyTime}
      </Button>
    </>
  );
}
