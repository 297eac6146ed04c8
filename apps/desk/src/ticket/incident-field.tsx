import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ProblemNote, useIncidentWords } from "@troth/ui";
import { read } from "../queries.ts";

/** Which incident a ticket was part of: one that was declared, never a word. */
export function IncidentField(props: {
  readonly detail: string;
  readonly onChange: (detail: string) => void;
}) {
  const words = useIncidentWords();
  const list = useQuery(read.incidents());
  const incidents = list.data?.incidents ?? [];
  if (list.error !== null) {
    return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <NativeSelect
      label={words.chooseIncident}
      {...(list.data !== undefined && incidents.length === 0 ? { description: words.linkNoneOpen } : {})}
      value={props.detail}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value="" />
      {incidents.map(({ number, title, state }) => (
        <option key={number} value={number}>
          {words.numberedTitle(number, title)} ({words.states[state]})
        </option>
      ))}
    </NativeSelect>
  );
}
