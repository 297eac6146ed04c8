import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeskWords, useReadable } from "@troth/ui";
import { read } from "../queries.ts";
import type { DeskTicket } from "../wire.ts";
import { numberIn } from "./around/merge-facts.ts";

/** The other ticket that this one is the same as: its number, and its subject once it is found among this customer's. */
export function SameTicketField(props: {
  readonly label: string;
  readonly ticket: DeskTicket;
  readonly detail: string;
  readonly onChange: (detail: string) => void;
}) {
  const { label, ticket, detail, onChange } = props;
  const words = useDeskWords();
  const readable = useReadable();
  const number = numberIn(detail);
  const isOther = number !== null && number !== ticket.number;
  const other = useQuery({ ...read.ticket(number ?? 0), enabled: isOther });
  const found = isOther && other.data?.organisation.id === ticket.organisation.id ? other.data : undefined;
  const isNobodys = isOther && !other.isPending && found === undefined;
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      maxLength={20}
      value={detail}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isNobodys ? words.notTheirs(number) : undefined}
      description={found === undefined ? words.sameTicketHint : readable(found.subject)}
      inputWrapperOrder={["label", "input", "description", "error"]}
    />
  );
}
