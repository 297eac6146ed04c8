import { IconPaperclip, IconRefresh, IconX } from "@tabler/icons-react";
import { useId, useRef } from "react";
import { useSpeech } from "../speech/speech.tsx";
import classes from "./attachments.module.css";
import { sizeWords } from "./file-size.ts";
import { isForgotten, type KeptFile } from "./kept-file.ts";
import type { Arriving, Uploads } from "./use-uploads.ts";

/** Chooses files for a message and lists them: how far each is, what is wrong with it, and how to take it out. */
export function AttachField(props: {
  readonly uploads: Uploads;
  /** What the files are for, where it is not the message as a whole. */
  readonly label?: string;
  readonly lang?: string;
  readonly hint?: string | null;
  readonly id?: string;
  /** What keeps the message from being sent, e.g. that a file is asked for. */
  readonly fault?: string | null;
}) {
  const { uploads, label, lang, hint, fault } = props;
  const { words, tag } = useSpeech();
  const { files } = words;
  const own = useId();
  const id = props.id ?? own;
  const input = useRef<HTMLInputElement>(null);
  const { kept, arriving, limits, isAwaited } = uploads;
  return (
    <div className={classes.attach} role="group" aria-labelledby={`${id}-name`}>
      <div className={classes.choose}>
        <button
          type="button"
          id={id}
          className={classes.button}
          aria-describedby={`${id}-hint`}
          onClick={() => input.current?.click()}
        >
          <IconPaperclip size={20} aria-hidden />
          <span id={`${id}-name`} lang={label === undefined ? undefined : lang}>
            {label ?? files.attach}
          </span>
        </button>
        <p id={`${id}-hint`} className={classes.hint}>
          {hint != null && <span lang={lang}>{hint} </span>}
          {files.limits(limits.mostFiles, sizeWords(limits.mostBytes, tag))}
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-hidden
          tabIndex={-1}
          data-attach={id}
          {...(limits.types === null ? {} : { accept: limits.types.map((one) => `.${one}`).join(",") })}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {kept.length + arriving.length > 0 && (
        <ul className={classes.list} aria-label={files.chosen}>
          {kept.map((file) => (
            <KeptRow key={file.id} file={file} onDrop={() => uploads.drop(file)} />
          ))}
          {arriving.map((one) => (
            <ArrivingRow
              key={one.key}
              arriving={one}
              onRetry={() => uploads.retry(one.key)}
              onDrop={() => uploads.drop(one)}
            />
          ))}
        </ul>
      )}
      {isAwaited && <p className={classes.fault}>{files.wait}</p>}
      {fault && (
        <p id={`${id}-fault`} className={classes.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}

function KeptRow({ file, onDrop }: { readonly file: KeptFile; readonly onDrop: () => void }) {
  const { words, tag, now } = useSpeech();
  const { files } = words;
  const isGone = isForgotten(file, now());
  return (
    <li className={classes.row} data-fault={isGone}>
      <span className={classes.name} dir="auto">
        {file.name}
      </span>
      <span className={classes.size}>{sizeWords(file.bytes, tag)}</span>
      <RowAct label={files.remove(file.name)} onClick={onDrop}>
        <IconX size={16} aria-hidden />
      </RowAct>
      {isGone && <p className={classes.fault}>{files.forgotten}</p>}
      {!isGone && file.isDoubtful && <p className={classes.remark}>{files.doubtful}</p>}
    </li>
  );
}

function ArrivingRow(props: {
  readonly arriving: Arriving;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}) {
  const { words, tag } = useSpeech();
  const { files } = words;
  const { file, share, fault, mayRetry } = props.arriving;
  return (
    <li className={classes.row} data-fault={fault !== null}>
      <span className={classes.name} dir="auto">
        {file.name}
      </span>
      <span className={classes.size}>{sizeWords(file.size, tag)}</span>
      {mayRetry && fault !== null && (
        <RowAct label={files.retry(file.name)} onClick={props.onRetry}>
          <IconRefresh size={16} aria-hidden />
        </RowAct>
      )}
      <RowAct label={(fault === null ? files.stop : files.remove)(file.name)} onClick={props.onDrop}>
        <IconX size={16} aria-hidden />
      </RowAct>
      {fault === null ? (
        <progress className={classes.progress} value={share} max={1} aria-label={files.arriving(file.name)} />
      ) : (
        <p className={classes.fault}>{fault}</p>
      )}
    </li>
  );
}

function RowAct(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className={classes.rowAct}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
