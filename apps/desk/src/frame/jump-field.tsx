import { TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useDeskWords } from "@troth/ui";
import { type FormEvent, useRef, useState } from "react";
import { KeyHint } from "../keys/key-hint.tsx";
import { shortcutOf } from "../keys/keys.ts";
import { useKeys } from "../keys/use-keys.tsx";
import classes from "./frame.module.css";

/** Opens a ticket by its number. */
export function JumpField() {
  const words = useDeskWords();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isBad, setBad] = useState(false);
  useKeys({ jump: () => field.current?.focus() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = text.trim().replace(/^#/, "");
    if (!/^\d{1,10}$/.test(number)) return setBad(true);
    setText("");
    field.current?.blur();
    void navigate({ to: "/tickets/$number", params: { number } });
  };
  return (
    <form className={classes.jump} onSubmit={submit}>
      <TextInput
        ref={field}
        size="xs"
        aria-label={words.jumpLabel}
        aria-keyshortcuts={shortcutOf("jump")}
        placeholder={words.jumpPlaceholder}
        inputMode="numeric"
        value={text}
        error={isBad ? words.jumpBad : undefined}
        rightSection={<KeyHint act="jump" />}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setBad(false);
        }}
        onKeyDown={(event) => event.key === "Escape" && field.current?.blur()}
      />
    </form>
  );
}
