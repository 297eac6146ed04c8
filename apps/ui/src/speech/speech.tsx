import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { shared as sharedDe } from "../catalogue/de/shared.ts";
import { shared as sharedEn } from "../catalogue/en/shared.ts";
import type { SharedWords } from "../catalogue/words.ts";
import type { Locale, Tongue } from "./locale.ts";
import { type TimeTalk, timeTalk } from "./time.ts";
import { knownZone } from "./zone.ts";

/** What every component needs to speak to one reader. */
export type Speech = Tongue & {
  readonly zone: string;
  readonly words: SharedWords;
  /** Times in the reader's own zone. */
  readonly time: TimeTalk;
  /** Times in another zone, same language. */
  readonly timeIn: (zone: string) => TimeTalk;
  readonly now: () => number;
};

const SPEECH = createContext<Speech | null>(null);

const SHARED: Readonly<Record<Locale, SharedWords>> = { en: sharedEn, de: sharedDe };

/** Gives language, zone and clock to all below it. `now` is only replaced in tests and pictures. */
export function SpeechProvider(props: {
  readonly tongue: Tongue;
  readonly zone: string;
  readonly now?: () => number;
  readonly children: ReactNode;
}) {
  const { locale, tag } = props.tongue;
  const zone = knownZone(props.zone);
  const now = props.now ?? Date.now;
  const speech = useMemo<Speech>(() => {
    const talks = new Map<string, TimeTalk>();
    const timeIn = (other: string) => {
      const known = talks.get(other) ?? timeTalk(tag, other, now);
      talks.set(other, known);
      return known;
    };
    return { locale, tag, zone, words: SHARED[locale], time: timeIn(zone), timeIn, now };
  }, [locale, tag, zone, now]);
  return <SPEECH.Provider value={speech}>{props.children}</SPEECH.Provider>;
}

/** Language, zone and clock of the reader. */
export function useSpeech(): Speech {
  const speech = useContext(SPEECH);
  if (speech === null) throw new Error("SpeechProvider is missing above this component.");
  return speech;
}

const ANNOUNCE = createContext<(text: string) => void>(() => undefined);

/** The one polite live region of an app; everything below says news through `useAnnounce`. */
export function Announcer(props: { readonly children: ReactNode }) {
  const [text, setText] = useState("");
  const announce = useCallback((next: string) => setText(next), []);
  return (
    <ANNOUNCE.Provider value={announce}>
      {props.children}
      <div role="status" aria-live="polite" className="troth-hidden">
        {text}
      </div>
    </ANNOUNCE.Provider>
  );
}

/** Says one sentence to a screen reader, without moving focus. */
export function useAnnounce(): (text: string) => void {
  return useContext(ANNOUNCE);
}
