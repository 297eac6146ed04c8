import { Kbd } from "@mantine/core";
import { useDeskWords } from "@troth/ui";
import { KEYS, type KeyAct } from "./keys.ts";
import { useKeyBoard } from "./use-keys.tsx";

/** The key beside its act; hidden from screen readers, which read `aria-keyshortcuts`. */
export function KeyHint({ act }: { readonly act: KeyAct }) {
  const { areLettersOn } = useKeyBoard();
  if (!areLettersOn) return null;
  return (
    <Kbd size="xs" aria-hidden className="key-hint">
      {keysShown(act)}
    </Kbd>
  );
}

function keysShown(act: KeyAct): string {
  const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator.userAgent);
  return KEYS[act].replace("Control+", isMac ? "Cmd " : "Ctrl ");
}

/** All keys of an act for the list: `g then q`. */
export function useKeyWords(): (act: KeyAct) => string {
  const words = useDeskWords();
  return (act) =>
    KEYS[act].includes(" ") ? KEYS[act].split(" ").join(` ${words.thenKey} `) : keysShown(act);
}
