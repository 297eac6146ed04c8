import { TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Dialog, useDeskWords } from "@troth/ui";
import { type KeyboardEvent, useState } from "react";
import { useKeyWords } from "../keys/key-hint.tsx";
import { KEYS, type KeyAct } from "../keys/keys.ts";
import { useKeyBoard } from "../keys/use-keys.tsx";
import classes from "./frame.module.css";

type Command = {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  readonly run: () => void;
};

/** Moving about and typing are not commands. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "next",
  "previous",
  "open",
  "pane",
  "palette",
  "send",
  "jump",
]);

/** Every act of the present screen by its name, and any ticket by its number. */
export function Palette(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useDeskWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.palette}>
      {props.isOpen && <Commands onClose={props.onClose} />}
    </Dialog>
  );
}

function Commands({ onClose }: { readonly onClose: () => void }) {
  const words = useDeskWords();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const commands = useCommands(text.trim(), onClose);
  const chosen = Math.min(at, commands.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, commands.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") commands[chosen]?.run();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={commands[chosen] && `command-${commands[chosen].id}`}
        aria-label={words.palette}
        placeholder={words.palettePlaceholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id="commands" aria-label={words.palette} className={classes.commands}>
        {commands.map((command, index) => (
          <div
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            aria-selected={index === chosen}
            onClick={command.run}
          >
            <span>{command.label}</span>
            <kbd>{command.keys}</kbd>
          </div>
        ))}
      </div>
      {commands.length === 0 && <p role="status">{words.paletteNone}</p>}
    </>
  );
}

function useCommands(text: string, onClose: () => void): readonly Command[] {
  const words = useDeskWords();
  const keyWords = useKeyWords();
  const navigate = useNavigate();
  const { press } = useKeyBoard();
  const ticket: Command[] = /^#?\d{1,10}$/.test(text)
    ? [
        {
          id: "ticket",
          label: words.paletteTicket(text.replace("#", "")),
          keys: "",
          run: () => {
            onClose();
            void navigate({ to: "/tickets/$number", params: { number: text.replace("#", "") } });
          },
        },
      ]
    : [];
  const acts = Object.keys(KEYS)
    .filter((key): key is KeyAct => Object.hasOwn(KEYS, key) && !LEFT_OUT.has(key))
    .filter((act) => words.keyActs[act].toLowerCase().includes(text.toLowerCase()))
    .map((act) => ({
      id: act,
      label: words.keyActs[act],
      keys: keyWords(act),
      run: () => {
        onClose();
        setTimeout(press, 0, act);
      },
    }));
  return [...ticket, ...acts];
}
