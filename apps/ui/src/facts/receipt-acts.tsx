import { Button, Collapse } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useClockWords } from "../catalogue/use-clock-words.ts";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { CopyButton } from "./copy-button.tsx";
import { saveFile } from "./save-file.ts";
import classes from "./why.module.css";

/** Where the receipt of a ticket can be had as the API gives it; a receipt of no ticket yet has none. */
export type ReceiptFile = { readonly number: number; readonly read: () => Promise<string> };

type ActsProps = {
  /** The receipt as text to paste. */
  readonly text: () => string;
  /** Every version of the policy that the receipt is computed from. */
  readonly versions: readonly string[];
  readonly file?: ReceiptFile | undefined;
};

/** What one can do with a receipt: copy it, keep it as a file, compute it again. */
export function ReceiptActs({ text, versions, file }: ActsProps) {
  const { words } = useSpeech();
  const clock = useClockWords();
  const announce = useAnnounce();
  const [isChecking, setChecking] = useState(false);
  const id = useId();
  const download = useMutation({
    mutationFn: async (wanted: ReceiptFile) =>
      saveFile(fileName(wanted.number), await wanted.read(), "application/json"),
    onSuccess: (_none, wanted) => announce(clock.downloaded(fileName(wanted.number))),
  });
  return (
    <>
      <div className={classes.acts}>
        <CopyButton text={text} label={words.copyReceipt} />
        {file && (
          <>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={clock.downloadJson}
              onClick={() => download.mutate(file)}
            >
              {words.json}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              aria-expanded={isChecking}
              aria-controls={id}
              onClick={() => setChecking((was) => !was)}
            >
              {clock.checkIt}
            </Button>
          </>
        )}
      </div>
      {download.error !== null && <ProblemNote error={download.error} />}
      {file && (
        <Collapse expanded={isChecking} id={id}>
          {isChecking && <CheckIt file={fileName(file.number)} versions={versions} />}
        </Collapse>
      )}
    </>
  );
}

/** The one command that computes the receipt again, and where its inputs come from. */
function CheckIt(props: { readonly file: string; readonly versions: readonly string[] }) {
  const { words } = useSpeech();
  const clock = useClockWords();
  const folders = props.versions.map((_version, at) =>
    props.versions.length === 1 ? "DIR" : `DIR${at + 1}`,
  );
  const command = `troth due ${folders.join(" ")} --receipt ${props.file}`;
  return (
    <div className={classes.check}>
      <p>{clock.checkText}</p>
      <p className={classes.command}>
        <code aria-label={clock.checkCommand}>{command}</code>
        <CopyButton text={() => command} label={words.copy} />
      </p>
      {props.versions.map((version, at) => (
        <p key={version}>{clock.checkFolder(folders[at] ?? "", version, <PageOf version={version} />)}</p>
      ))}
    </div>
  );
}

function PageOf({ version }: { readonly version: string }) {
  const page = `/support/${encodeURIComponent(version)}`;
  return (
    <a href={new URL(page, location.origin).href} target="_blank" rel="noreferrer">
      {page}
    </a>
  );
}

function fileName(number: number): string {
  return `troth-receipt-${number}.json`;
}
