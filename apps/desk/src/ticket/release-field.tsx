import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useReleaseWords } from "@troth/ui";
import { useId } from "react";
import { read } from "../queries.ts";
import type { DeskRelease } from "../wire.ts";

/** Which release has the fix: one that is known, or a new one; it says which, before the ticket ends. */
export function ReleaseField(props: {
  readonly label: string;
  readonly detail: string;
  readonly onChange: (detail: string) => void;
  /** Own words for a release that is known or new, where no ticket ends. */
  readonly hint?: (known: DeskRelease | undefined) => string;
}) {
  const words = useReleaseWords();
  const listId = useId();
  const hintId = useId();
  const list = useQuery(read.releases());
  const releases = list.data?.releases ?? [];
  const known = knownOf(props.detail, releases);
  const say = props.hint ?? ((one) => hintFor(one, words));
  const hint = list.data === undefined || known === null ? null : say(known.release);
  return (
    <div>
      <TextInput
        label={props.label}
        list={listId}
        maxLength={100}
        autoComplete="off"
        aria-describedby={hintId}
        value={props.detail}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {releases
          .filter(({ state }) => state === "planned")
          .map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
      </datalist>
      <p id={hintId} role="status">
        {hint}
      </p>
    </div>
  );
}

/** The release of that name; null while no name is written. */
function knownOf(
  detail: string,
  releases: readonly DeskRelease[],
): { release: DeskRelease | undefined } | null {
  const name = detail.trim().replaceAll(/ +/g, " ").toLowerCase();
  return name === "" ? null : { release: releases.find((one) => one.name.toLowerCase() === name) };
}

function hintFor(known: DeskRelease | undefined, words: ReturnType<typeof useReleaseWords>): string {
  if (known === undefined) return words.isNew;
  return known.state === "out"
    ? words.knownOut
    : words.known(known.waiting.tickets, known.waiting.organisations);
}
