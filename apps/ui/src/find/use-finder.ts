import { type RefObject, useDeferredValue, useEffect, useState } from "react";
import { useTextWords } from "../catalogue/use-text-words.ts";
import { useAnnounce } from "../speech/speech.tsx";
import { paint, showRange } from "./highlights.ts";
import { rangesIn } from "./ranges.ts";

export type Finder = {
  readonly words: string;
  /** What is looked for on the screen: follows what is typed as fast as it can be drawn. */
  readonly shown: string;
  readonly count: number;
  /** Which match is looked at, from 1; 0 when there is none. */
  readonly at: number;
  readonly change: (words: string) => void;
  readonly step: (by: 1 | -1) => void;
};

/** Finds words below an element, marks them and steps from one to the next. `content` changes when the text below does. */
export function useFinder(root: RefObject<Element | null>, content: unknown): Finder {
  const catalogue = useTextWords();
  const announce = useAnnounce();
  const [words, setWords] = useState("");
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [at, setAt] = useState(0);
  const shown = useDeferredValue(words);
  useEffect(() => {
    const found = root.current === null ? [] : rangesIn(root.current, shown);
    setRanges(found);
    setAt((was) => Math.min(Math.max(was, 1), found.length));
  }, [root, shown, content]);
  useEffect(() => {
    const current = ranges[at - 1] ?? null;
    if (current !== null) showRange(current);
    return paint(ranges, current);
  }, [ranges, at]);
  const say = (next: number) => announce(catalogue.find.at(next, ranges.length));
  return {
    words,
    shown,
    count: ranges.length,
    at,
    change: (next) => {
      setWords(next);
      setAt(1);
    },
    step: (by) => {
      if (ranges.length === 0) return announce(catalogue.find.none);
      const next = ((at - 1 + by + ranges.length) % ranges.length) + 1;
      setAt(next);
      say(next);
    },
  };
}
