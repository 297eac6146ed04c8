import { IconDownload } from "@tabler/icons-react";
import { createContext, useContext, useEffect, useState } from "react";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import classes from "./attachments.module.css";
import { type FilePort, useFilePort } from "./file-port.ts";
import { sizeWords } from "./file-size.ts";
import type { Attachment } from "./kept-file.ts";

/** Asks the desk for the files of a ticket again: their links last some minutes. */
export type ReadAgain = () => Promise<readonly Attachment[]>;

const READ_AGAIN = createContext<ReadAgain>(async () => []);
export const ReadAgainProvider = READ_AGAIN.Provider;

/** Pictures up to this size are drawn small; a larger one is saved to be looked at. */
const MOST_DRAWN_BYTES = 8_000_000;

/** The files of a message: name, kind and size, each to be saved; proven pictures also small. */
export function AttachmentList({ files }: { readonly files: readonly Attachment[] }) {
  const { words } = useSpeech();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={words.files.ofMessage(files.length)}>
      {files.map((file) => (
        <li key={file.id} className={classes.file}>
          {file.href === null ? <Erased file={file} /> : <Readable file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Erased({ file }: { readonly file: Attachment }) {
  const { words, tag } = useSpeech();
  return (
    <p className={classes.size}>
      {words.files.erased} {sizeWords(file.bytes, tag)}
    </p>
  );
}

function Readable({ file }: { readonly file: Attachment }) {
  const { words, tag } = useSpeech();
  const announce = useAnnounce();
  const read = useReading();
  const [state, setState] = useState<"here" | "coming" | "failed">("here");
  const save = async () => {
    if (state === "coming") return;
    setState("coming");
    try {
      saveAs(await read(file), file.name);
      setState("here");
    } catch {
      setState("failed");
      announce(words.files.notRead(file.name));
    }
  };
  const kind = kindOf(file, words.files.kinds);
  return (
    <>
      <Preview file={file} />
      <button type="button" className={classes.save} onClick={() => void save()}>
        <IconDownload size={16} aria-hidden />
        <span className="troth-hidden">{words.files.save} </span>
        <span className={classes.name} dir="auto">
          {file.name}
        </span>
        <span className={classes.size}>
          {kind}, {sizeWords(file.bytes, tag)}
        </span>
      </button>
      {file.remark !== null && <p className={classes.remark}>{words.files.doubtful}</p>}
      {state === "failed" && <p className={classes.fault}>{words.files.notRead(file.name)}</p>}
    </>
  );
}

/** Drawn from bytes that were proven to be a picture; anything else never gets here. */
function Preview({ file }: { readonly file: Attachment }) {
  const { words } = useSpeech();
  const read = useReading();
  const [address, setAddress] = useState<string | null>(null);
  const isDrawn = file.picture !== null && file.bytes <= MOST_DRAWN_BYTES;
  const { id } = file;
  useEffect(() => {
    if (!isDrawn) return;
    let made: string | null = null;
    let isGone = false;
    const draw = async () => {
      const blob = await read(file);
      if (isGone) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    };
    // The name and the way to save it stand below all the same.
    draw().catch(() => undefined);
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
    // One reading a file: its link changes with every look at the ticket.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, isDrawn]);
  if (!isDrawn || file.picture === null) return null;
  const { width, height } = file.picture;
  return (
    <span className={classes.frame} style={{ aspectRatio: `${width} / ${height}` }}>
      {address !== null && (
        <img className={classes.picture} src={address} alt={words.files.picture(file.name)} />
      )}
    </span>
  );
}

/** Reads a file by its link, or by a fresh one where that has ended. */
function useReading(): (file: Attachment) => Promise<Blob> {
  const port: FilePort = useFilePort();
  const again = useContext(READ_AGAIN);
  const { now } = useSpeech();
  return async (file) => {
    const isOver = Date.parse(file.hrefEndsAt) <= now() + 1_000;
    if (!isOver && file.href !== null) {
      const blob = await port.read(file.href).catch(() => null);
      if (blob) return blob;
    }
    const fresh = (await again()).find(({ id }) => id === file.id);
    if (!fresh?.href) throw new Error("The file is not there.");
    return port.read(fresh.href);
  };
}

/** Saved as plain bytes under its name: a browser opens nothing of it by itself. */
function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([blob], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

type Kinds = {
  readonly picture: string;
  readonly text: string;
  readonly archive: string;
  readonly empty: string;
  readonly other: string;
};

const ARCHIVES = /zip|gzip|x-tar|7z|rar|bzip2|x-xz|zstd/;

function kindOf({ type }: Attachment, kinds: Kinds): string {
  if (type.startsWith("image/")) return kinds.picture;
  if (type === "text/plain") return kinds.text;
  if (type === "application/pdf") return "PDF";
  if (type === "application/x-empty") return kinds.empty;
  return ARCHIVES.test(type) ? kinds.archive : kinds.other;
}
