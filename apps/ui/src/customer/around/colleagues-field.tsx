import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import { ChoiceField } from "../field.tsx";

/** Colleagues who are on the ticket from its beginning; asked for only on a press, for most need none. */
export function ColleaguesField(props: {
  readonly chosen: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const [isOpen, setOpen] = useState(props.chosen.length > 0);
  const colleagues = useQuery({ queryKey: ["colleagues"], queryFn: desk.colleagues, enabled: isOpen });
  const others = (colleagues.data ?? []).filter(({ isMe }) => !isMe);
  if (!isOpen) {
    return (
      <button type="button" className={classes.plainLink} onClick={() => setOpen(true)}>
        {words.addColleague}
      </button>
    );
  }
  const left = others.filter(({ id }) => !props.chosen.includes(id));
  return (
    <div className={classes.group}>
      <ChoiceField
        id="troth-colleagues"
        label={words.tellColleagues}
        hint={colleagues.data !== undefined && others.length === 0 ? words.addNobody : words.addIntro}
        value={null}
        none={words.addChoose}
        choices={left}
        onChange={(person) => person !== null && props.onChange([...props.chosen, person])}
      />
      {props.chosen.length > 0 && (
        <ul className={classes.chips}>
          {props.chosen.map((id) => {
            const name = others.find((one) => one.id === id)?.name ?? "";
            return (
              <li key={id} className={classes.chip}>
                <span dir="auto">{name}</span>
                <button
                  type="button"
                  aria-label={words.remove(name)}
                  onClick={() => props.onChange(props.chosen.filter((one) => one !== id))}
                >
                  <IconX size={16} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
