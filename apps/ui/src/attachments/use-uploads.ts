import { TrothError } from "@troth/sdk";
import { useCallback, useEffect, useRef, useState } from "react";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import { said } from "../states/said.ts";
import { faultOf } from "./file-fault.ts";
import { useFilePort } from "./file-port.ts";
import type { AttachmentLimits, KeptFile } from "./kept-file.ts";

/** A file on its way up, or one that did not arrive. */
export type Arriving = {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  /** Why it was not taken; null while it is under way. */
  readonly fault: string | null;
  /** Sending it again may help. */
  readonly mayRetry: boolean;
};

export type Uploads = {
  readonly kept: readonly KeptFile[];
  readonly arriving: readonly Arriving[];
  readonly limits: AttachmentLimits;
  /** Asked before the message is sent: false, and said so, while some are still under way. */
  readonly mayGo: () => boolean;
  /** Somebody wanted to send while files were under way, and they still are. */
  readonly isAwaited: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly retry: (key: string) => void;
  readonly drop: (what: { readonly key: string } | { readonly id: string }) => void;
  /** After the message was sent: what did not arrive goes too. */
  readonly clear: () => void;
};

/**
 * The files of one message that is being written. What has arrived is the caller's, in its draft; `update` changes that
 * list as it is at that moment.
 */
export function useUploads(options: {
  readonly kept: readonly KeptFile[];
  readonly limits: AttachmentLimits;
  readonly update: (make: (kept: readonly KeptFile[]) => readonly KeptFile[]) => void;
}): Uploads {
  const { kept, limits, update } = options;
  const port = useFilePort();
  const { words, tag } = useSpeech();
  const announce = useAnnounce();
  const [arriving, setArriving] = useState<readonly Arriving[]>([]);
  const [isWanted, setWanted] = useState(false);
  const isBusy = arriving.some(({ fault }) => fault === null);
  const stops = useRef(new Map<string, AbortController>());
  const change = useCallback((key: string, part: Partial<Arriving>) => {
    setArriving((was) => was.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  async function send(key: string, file: File): Promise<void> {
    const stop = new AbortController();
    stops.current.set(key, stop);
    try {
      const onShare = (share: number) => change(key, { share });
      const arrived = await port.upload({ file, key, signal: stop.signal, onShare });
      update((was) => [...was, arrived]);
      setArriving((was) => was.filter((one) => one.key !== key));
      announce(words.files.arrived(arrived.name));
    } catch (error) {
      if (stop.signal.aborted) return;
      const problem = error instanceof TrothError ? error.problem : null;
      const fault = problem ? said(words, { ...problem, message: problem.detail }) : words.files.lost;
      change(key, { fault, mayRetry: problem === null || problem.status >= 500 });
      announce(words.files.notTaken(file.name, fault));
    } finally {
      stops.current.delete(key);
    }
  }

  function add(files: readonly File[]): void {
    const room = limits.mostFiles - kept.length - arriving.filter(({ fault }) => fault === null).length;
    const added = files.map((file, at): Arriving => {
      const fault =
        at >= room ? words.files.tooMany(limits.mostFiles) : faultOf(file, limits, words.files, tag);
      return { key: crypto.randomUUID(), file, share: 0, fault, mayRetry: false };
    });
    setArriving((was) => [...was, ...added]);
    const [refused] = added.filter(({ fault }) => fault !== null);
    if (refused) announce(words.files.notTaken(refused.file.name, refused.fault ?? ""));
    for (const { key, file, fault } of added) if (fault === null) void send(key, file);
  }

  return {
    kept,
    arriving,
    limits,
    isAwaited: isWanted && isBusy,
    mayGo() {
      setWanted(isBusy);
      if (isBusy) announce(words.files.wait);
      return !isBusy;
    },
    add,
    retry(key) {
      const again = arriving.find((one) => one.key === key);
      if (!again) return;
      change(key, { fault: null, share: 0 });
      void send(key, again.file);
    },
    drop(what) {
      if ("key" in what) {
        stops.current.get(what.key)?.abort();
        setArriving((was) => was.filter((one) => one.key !== what.key));
        return;
      }
      update((was) => was.filter(({ id }) => id !== what.id));
      // Forgotten in a day all the same.
      port.forget(what.id).catch(() => undefined);
    },
    clear() {
      for (const stop of stops.current.values()) stop.abort();
      setArriving([]);
    },
  };
}
