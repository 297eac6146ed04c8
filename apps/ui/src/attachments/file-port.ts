import { isProblem, type Troth, TrothError, unwrap } from "@troth/sdk";
import { createContext, useContext } from "react";
import type { KeptFile } from "./kept-file.ts";

export type Sending = {
  readonly file: File;
  readonly key: string;
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onShare: (share: number) => void;
};

/** How a side of the desk uploads and reads files. */
export type FilePort = {
  readonly upload: (sending: Sending) => Promise<KeptFile>;
  readonly forget: (id: string) => Promise<unknown>;
  readonly read: (href: string) => Promise<Blob>;
};

type Side = "customer" | "desk";
const PATHS = { customer: "/v1/attachments", desk: "/v1/desk/attachments" } as const;

/** The files of one side, through the API. */
export function filePort(troth: Troth, side: Side): FilePort {
  const path = PATHS[side];
  return {
    async upload(sending) {
      const url = `${troth.baseUrl}${path}?name=${encodeURIComponent(sending.file.name.toWellFormed())}`;
      let answer = await post(url, await troth.credentials(false), sending);
      if (answer.status === 401) answer = await post(url, await troth.credentials(true), sending);
      return keptIn(answer);
    },
    forget: (attachment) =>
      unwrap(
        troth.api.DELETE(`${path}/{attachment}`, {
          params: { path: { attachment }, header: { "Idempotency-Key": crypto.randomUUID() } },
        }),
      ),
    async read(href) {
      const answer = await troth.fetch(
        new Request(`${troth.baseUrl}${href}`, { credentials: "same-origin" }),
      );
      if (answer.ok) return answer.blob();
      const problem: unknown = await answer.json().catch(() => null);
      throw isProblem(problem)
        ? new TrothError(problem, problem.detail)
        : new TrothError(null, `The desk answered ${answer.status}.`);
    },
  };
}

type Posted = { readonly status: number; readonly text: string };

/** `fetch` tells nothing of how far an upload is. */
function post(url: string, credentials: Readonly<Record<string, string>>, sending: Sending): Promise<Posted> {
  const { file, key, signal, onShare } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const lost = () => reject(new TrothError(null, "The desk could not be reached."));
    request.open("POST", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("idempotency-key", key);
    for (const [name, value] of Object.entries(credentials)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onShare(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener("error", lost);
    request.addEventListener("abort", lost);
    request.addEventListener("loadend", () => signal.removeEventListener("abort", stop));
    if (signal.aborted) return lost();
    signal.addEventListener("abort", stop);
    request.send(file);
  });
}

function keptIn({ text }: Posted): KeptFile {
  const answer: unknown = parsed(text);
  if (isKept(answer)) {
    const { id, name, bytes, remark } = answer;
    return { id, name, bytes, isDoubtful: remark !== null, at: Date.now() };
  }
  if (isProblem(answer)) throw new TrothError(answer, answer.detail);
  throw new TrothError(null, "The desk could not be reached.");
}

type Answer = { id: string; name: string; bytes: number; remark: unknown };

function isKept(answer: unknown): answer is Answer {
  return typeof answer === "object" && answer !== null && "id" in answer && "remark" in answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const PORT = createContext<FilePort | null>(null);
export const FilesProvider = PORT.Provider;

export function useFilePort(): FilePort {
  const port = useContext(PORT);
  if (port === null) throw new Error("FilesProvider is missing above this component.");
  return port;
}
