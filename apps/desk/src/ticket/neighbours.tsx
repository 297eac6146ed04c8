import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Severity, useDeskWords, useReadable } from "@troth/ui";
import { useEffect, useRef } from "react";
import { read } from "../queries.ts";
import { RowDue } from "../queue/queue-row.tsx";
import type { DeskTicket, View } from "../wire.ts";
import classes from "./ticket.module.css";

/** Where a ticket stands among the rows of its view that are here already. */
export function useNeighbours(number: number, view: View) {
  const queue = useInfiniteQuery(read.queue(view));
  const rows = queue.data?.pages.flatMap((page) => page.rows) ?? [];
  const at = rows.findIndex((row) => row.number === number);
  return {
    rows,
    position: at === -1 ? null : at + 1,
    next: (at === -1 ? rows[0] : rows[at + 1])?.number ?? null,
    previous: at === -1 ? null : (rows[at - 1]?.number ?? null),
  };
}

/** The reason for a ticket's place as its row in the queue says it; its own where no such row is here yet. */
export function usePlaceReason(ticket: DeskTicket, view: View): DeskTicket["reason"] {
  const { rows } = useNeighbours(ticket.number, view);
  return rows.find((row) => row.number === ticket.number)?.reason ?? ticket.reason;
}

/** The queue as a narrow list beside the ticket. */
export function Neighbours(props: { readonly number: number; readonly view: View }) {
  const readable = useReadable();
  const words = useDeskWords();
  const { rows } = useNeighbours(props.number, props.view);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [props.number]);
  return (
    <nav className={classes.neighbours} aria-label={words.neighbours} tabIndex={-1} data-pane>
      <ol ref={list}>
        {rows.map((row) => (
          <li key={row.number}>
            <Link
              to="/tickets/$number"
              params={{ number: String(row.number) }}
              search={{ view: props.view }}
              aria-current={row.number === props.number ? "page" : undefined}
            >
              <span className={classes.neighbourDue}>
                <RowDue row={row} />
              </span>
              <span className={classes.neighbourSubject} dir="auto">
                {row.number} {readable(row.subject)}
              </span>
              <span className={classes.neighbourSeverity}>
                <Severity severity={row.severity} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
