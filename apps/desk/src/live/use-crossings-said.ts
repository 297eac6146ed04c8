import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { isBinding, usageOf, useAnnounce, useClockWords, useNow } from "@troth/ui";
import { useEffect, useState } from "react";
import { read } from "../queries.ts";
import { firstPromise } from "../ticket/ticket-facts.ts";
import { createCrossings, type Watched } from "./crossings.ts";

/** Says aloud when a promise of a ticket of mine, or of the one that is open, passes 80 %, its last hour or its due. */
export function useCrossingsSaid(me: string): void {
  const words = useClockWords();
  const announce = useAnnounce();
  const now = useNow();
  const [look] = useState(createCrossings);
  const params = useParams({ strict: false });
  const number = Number(params.number ?? 0);
  const mine = useInfiniteQuery(read.queue("mine"));
  const open = useQuery({ ...read.ticket(number), enabled: false });
  useEffect(() => {
    const rows = (mine.data?.pages ?? []).flatMap((page) => page.rows);
    const watched = rows
      .filter((row) => row.assignee?.id === me && row.number !== open.data?.number)
      .map((row) => {
        const counted = row.openLeft && { ...row.openLeft, asOf: row.asOf };
        return { ...subjectOf(row), promise: row.promise, usage: usageOf(row.promise, now, [], counted) };
      });
    if (open.data !== undefined) {
      const { promise, rows: receipt } = firstPromise(open.data);
      watched.push({ ...subjectOf(open.data), promise, usage: usageOf(promise, now, receipt) });
    }
    const text = look(watched).map(({ usage, subject, number: ticket }) => {
      const promise = watched.find((one) => one.number === ticket)?.promise ?? null;
      const isHope = usage === "late" && promise !== null && !isBinding(promise);
      return words.crossed[isHope ? "outlasted" : usage](ticket, subject);
    });
    if (text.length > 0) announce(text.join(" "));
  }, [announce, look, me, mine.data, now, open.data, words]);
}

function subjectOf({ number, subject }: Pick<Watched, "number" | "subject">) {
  return { number, subject };
}
