import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from "react";
import { actOf, isTyping, type KeyAct } from "./keys.ts";

type Listener = (act: KeyAct) => boolean;

type KeyBoard = {
  readonly listeners: Set<Listener>;
  readonly areLettersOn: boolean;
  readonly setLettersOn: (isOn: boolean) => void;
  /** Runs an act as its key would; false when nothing on the screen answers to it. */
  readonly press: (act: KeyAct) => boolean;
};

const BOARD = createContext<KeyBoard | null>(null);

/** Listens to the keyboard once for the whole desk. Letters can be switched off (WCAG 2.1.4). */
export function KeyProvider({ children }: { readonly children: ReactNode }) {
  const [areLettersOn, setLettersOn] = useState(true);
  const [listeners] = useState(() => new Set<Listener>());
  const board = useMemo<KeyBoard>(
    () => ({
      listeners,
      areLettersOn,
      setLettersOn,
      press: (act) => [...listeners].toReversed().some((listener) => listener(act)),
    }),
    [listeners, areLettersOn],
  );
  useEffect(() => {
    let prefix = "";
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const isDialogOpen = document.querySelector("[role=dialog][aria-modal=true]") !== null;
      const { act, prefix: rest } = actOf(event, isTyping(event.target) ? "" : prefix);
      prefix = rest;
      if (act === null) return;
      const isLetter = act !== "palette" && act !== "pane" && act !== "save";
      if (isLetter && (!areLettersOn || isTyping(event.target))) return;
      if (isDialogOpen) return;
      if (board.press(act)) event.preventDefault();
    };
    globalThis.addEventListener("keydown", onKey);
    return () => globalThis.removeEventListener("keydown", onKey);
  }, [board, areLettersOn]);
  return <BOARD.Provider value={board}>{children}</BOARD.Provider>;
}

export function useKeyBoard(): KeyBoard {
  const board = useContext(BOARD);
  if (board === null) throw new Error("KeyProvider is missing above this component.");
  return board;
}

/** Binds acts to their keys while mounted; the newest screen is asked first. */
export function useKeys(acts: { readonly [act in KeyAct]?: (() => void) | undefined }): void {
  const { listeners } = useKeyBoard();
  const answer = useEffectEvent((act: KeyAct) => {
    const run = acts[act];
    run?.();
    return run !== undefined;
  });
  useEffect(() => {
    const listener: Listener = (act) => answer(act);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listeners]);
}
