import { createContext, type ReactNode, useContext, useRef } from "react";
import { useTextWords } from "../catalogue/use-text-words.ts";
import classes from "./find.module.css";
import { FindField } from "./find-field.tsx";
import { says } from "./matches.ts";
import { useFinder } from "./use-finder.ts";

const LOOKED_FOR = createContext("");

/** Whether a folded text says what is looked for in the conversation, and so has to open. */
export function useIsFound(text: string): boolean {
  const words = useContext(LOOKED_FOR);
  return words !== "" && says(text, words);
}

/** A conversation long enough to look for something in it. */
const ENOUGH = { messages: 4, characters: 3_000 } as const;

/** Finds words in all messages of a conversation, folded logs included, and opens what holds them. */
export function FindInThread(props: {
  readonly messages: readonly { readonly text: string }[];
  readonly children: ReactNode;
}) {
  const words = useTextWords();
  const root = useRef<HTMLDivElement>(null);
  const { messages } = props;
  const finder = useFinder(root, messages);
  const characters = messages.reduce((sum, { text }) => sum + text.length, 0);
  const isWorthIt = messages.length >= ENOUGH.messages || characters >= ENOUGH.characters;
  return (
    <LOOKED_FOR.Provider value={finder.shown.trim() === "" ? "" : finder.shown}>
      {isWorthIt && <FindField finder={finder} label={words.find.inThread} />}
      <div ref={root} className={classes.bar}>
        {props.children}
      </div>
    </LOOKED_FOR.Provider>
  );
}
