import { Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useCauseWords } from "@troth/ui";
import type { DeskTicket } from "../../wire.ts";
import classes from "../ticket.module.css";
import { ownDocument } from "./cause-panel.tsx";

/** Leads to the root-cause document about the ticket, or to writing one; a merged ticket's stands elsewhere. */
export function CauseItem({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useCauseWords();
  const navigate = useNavigate();
  const document = ownDocument(ticket);
  const isOff = document === null && ticket.state === "merged";
  const open = () =>
    document === null
      ? navigate({ to: "/documents/new", search: { ticket: ticket.number } })
      : navigate({ to: "/documents/$document", params: { document: document.id } });
  return (
    <Menu.Item aria-disabled={isOff || undefined} onClick={() => (isOff ? undefined : void open())}>
      {document === null ? words.write : words.open}
      {isOff && <span className={classes.second}>{words.mergedNow}</span>}
    </Menu.Item>
  );
}
