import { UnstyledButton } from "@mantine/core";
import { useDeskWords } from "@troth/ui";
import { KeyHint } from "../keys/key-hint.tsx";
import { shortcutOf } from "../keys/keys.ts";
import { useKeys } from "../keys/use-keys.tsx";
import { useHeldChanges, type Which } from "../live/live.tsx";
import classes from "./queue.module.css";

/** “3 changes, show”: what others did waits here. With a ticket or a kind, only what happened of that. */
export function HeldBar(which: Which) {
  const words = useDeskWords();
  const { count, show } = useHeldChanges(which);
  const act = count === 0 ? undefined : () => void show();
  useKeys({ show: act });
  if (act === undefined) return null;
  return (
    <UnstyledButton className={classes.held} aria-keyshortcuts={shortcutOf("show")} onClick={act}>
      {words.heldChanges(count)}
      <KeyHint act="show" />
    </UnstyledButton>
  );
}
