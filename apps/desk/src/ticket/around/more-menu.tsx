import { Button, Menu } from "@mantine/core";
import { useDeskActWords, useWishWords } from "@troth/ui";
import { useState } from "react";
import { KeyHint } from "../../keys/key-hint.tsx";
import { shortcutOf } from "../../keys/keys.ts";
import { useKeys } from "../../keys/use-keys.tsx";
import type { DeskTicket } from "../../wire.ts";
import classes from "../ticket.module.css";
import { useWhyOff } from "../use-why-off.ts";
import { CauseItem } from "./cause-item.tsx";
import { HideDialog } from "./hide-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { WishDialog } from "./wish-dialog.tsx";
import { WordDialog } from "./word-dialog.tsx";

const ACTS = ["word", "hide", "link", "merge", "wish"] as const;
type MoreAct = (typeof ACTS)[number];

/** The rarer acts on a ticket, each with its key; one that is off says why under its name. */
export function MoreMenu({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskActWords();
  const [open, setOpen] = useState<MoreAct | null>(null);
  const wish = useWishWords();
  const [held] = ticket.wishes;
  const whyOff = useWhyOff(ticket);
  const off = (act: MoreAct) =>
    whyOff(act) ?? (act === "wish" && held ? wish.alreadyNoted(held.title) : null);
  const opening = (act: MoreAct) => (off(act) === null ? () => setOpen(act) : undefined);
  useKeys({
    word: opening("word"),
    hide: opening("hide"),
    link: opening("link"),
    merge: opening("merge"),
    wish: opening("wish"),
  });
  const of = (act: MoreAct) => ({ ticket, isOpen: open === act, onClose: () => setOpen(null) });
  return (
    <>
      <Menu position="bottom-end" width={300} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default">{words.more}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ACTS.map((act) => (
            <Menu.Item
              key={act}
              aria-disabled={off(act) !== null || undefined}
              aria-keyshortcuts={shortcutOf(act)}
              rightSection={<KeyHint act={act} />}
              onClick={() => opening(act)?.()}
            >
              {words.moreActs[act]}
              {off(act) !== null && <span className={classes.second}>{off(act)}</span>}
            </Menu.Item>
          ))}
          <CauseItem ticket={ticket} />
        </Menu.Dropdown>
      </Menu>
      <WordDialog {...of("word")} />
      <HideDialog {...of("hide")} />
      <LinkDialog {...of("link")} />
      <MergeDialog {...of("merge")} />
      <WishDialog {...of("wish")} />
    </>
  );
}
