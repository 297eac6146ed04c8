import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useAnnounce, useDeskActWords } from "@troth/ui";
import { useState } from "react";
import { read } from "../../queries.ts";
import type { DeskTicket } from "../../wire.ts";
import classes from "./around.module.css";

const MOST_ITEMS = 20;

/** What we need from the customer, item by item: those the policy asks for by a press, any other as a text. */
export function AsksList(props: {
  readonly ticket: DeskTicket;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
}) {
  const words = useDeskActWords();
  const announce = useAnnounce();
  const { ticket, items, onChange } = props;
  const [text, setText] = useState("");
  const policy = useQuery(read.policy(ticket.number));
  const asked = policy.data?.categories.find(({ id }) => id === ticket.category.id)?.asks ?? [];
  const names: Readonly<Record<string, string>> = words.asked;
  const offered = asked.map((one) => names[one] ?? one).filter((one) => !items.includes(one));
  const isFull = items.length >= MOST_ITEMS;
  const add = (item: string) => {
    const written = item.trim();
    if (written === "" || items.includes(written) || isFull) return;
    onChange([...items, written]);
    setText("");
    announce(words.itemAdded(written));
  };
  return (
    <fieldset className={classes.asks}>
      <legend>{words.weNeed}</legend>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>
              <span dir="auto">{item}</span>
              <Button
                variant="transparent"
                size="compact-sm"
                aria-label={words.removeItem(item)}
                onClick={() => onChange(items.filter((one) => one !== item))}
              >
                {words.removeLink}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 && !isFull && (
        <div className={classes.panelActs}>
          {offered.map((one) => (
            <Button
              key={one}
              variant="default"
              size="compact-sm"
              aria-label={words.addItemNamed(one)}
              onClick={() => add(one)}
            >
              {one}
            </Button>
          ))}
        </div>
      )}
      <div className={classes.addItem}>
        <TextInput
          label={words.otherItem}
          description={items.length === 0 ? words.weNeedHint : undefined}
          maxLength={200}
          dir="auto"
          disabled={isFull}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add(text);
          }}
        />
        <Button variant="default" disabled={isFull || text.trim() === ""} onClick={() => add(text)}>
          {words.addItem}
        </Button>
      </div>
    </fieldset>
  );
}
