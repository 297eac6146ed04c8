import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  Bars,
  ProblemNote,
  Severity,
  StateLine,
  useDeskActWords,
  useDeskWords,
  useReadable,
  useSpeech,
  Waiting,
  When,
} from "@troth/ui";
import { useEffect, useState } from "react";
import { read } from "../queries.ts";
import { HeldBar } from "../queue/held-bar.tsx";
import { RowDue } from "../queue/queue-row.tsx";
import classes from "../ticket/around/around.module.css";
import { HandOverDialog } from "../ticket/around/hand-over-dialog.tsx";
import type { QueueRow } from "../wire.ts";

/** The end of a shift: what is with me, what comes next on it, and handing it over. */
export function ShiftScreen() {
  const words = useDeskActWords();
  const desk = useDeskWords();
  const mine = useInfiniteQuery({ ...read.queue("mine"), refetchOnMount: "always" });
  const [handing, setHanding] = useState<Pick<QueueRow, "number" | "version"> | null>(null);
  const rows = mine.data?.pages.flatMap((page) => page.rows) ?? [];
  useEffect(() => {
    document.title = `${words.shift} · ${desk.appName}`;
  }, [words, desk]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <h1>{words.shift}</h1>
      <HeldBar />
      {mine.error !== null && <ProblemNote error={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.data === undefined && mine.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {mine.data !== undefined && rows.length === 0 && <StateLine kind="empty">{words.shiftEmpty}</StateLine>}
      {rows.length > 0 && (
        <>
          <p>{words.shiftText(rows.length)}</p>
          <table className={classes.list}>
            <caption className="troth-hidden">{words.shift}</caption>
            <thead>
              <tr>
                <th scope="col">{desk.columns.subject}</th>
                <th scope="col">{desk.columns.due}</th>
                <th scope="col">{words.comesNext}</th>
                <th scope="col">{words.handOver}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ShiftRow key={row.number} row={row} onHandOver={() => setHanding(row)} />
              ))}
            </tbody>
          </table>
          {mine.hasNextPage && (
            <Button variant="default" onClick={() => void mine.fetchNextPage()}>
              {desk.moreTickets}
            </Button>
          )}
        </>
      )}
      {handing !== null && <HandOverDialog ticket={handing} isOpen onClose={() => setHanding(null)} />}
    </main>
  );
}

function ShiftRow({ row, onHandOver }: { readonly row: QueueRow; readonly onHandOver: () => void }) {
  const readable = useReadable();
  const words = useDeskActWords();
  const desk = useDeskWords();
  const shared = useSpeech().words;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/tickets/$number"
          params={{ number: String(row.number) }}
          search={{ view: "mine" }}
          dir="auto"
        >
          {desk.ticketTitle(row.number, readable(row.subject))}
        </Link>
        <p className={classes.second} dir="auto">
          <Severity severity={row.severity} />, {row.organisation.name}
        </p>
      </th>
      <td>
        <RowDue row={row} />
      </td>
      <td>
        {row.wordBy !== null && <p>{words.wordShort(<When at={row.wordBy} isDue form="compact" />)}</p>}
        {row.askedSince !== null && <p>{words.askedShort(<When at={row.askedSince} form="compact" />)}</p>}
        {row.hiddenUntil !== null && <p>{words.hiddenUntil(<When at={row.hiddenUntil} form="compact" />)}</p>}
        {row.wordBy === null &&
          row.askedSince === null &&
          row.hiddenUntil === null &&
          shared.state[row.state]}
      </td>
      <td>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.handOverNumber(row.number)}
          onClick={onHandOver}
        >
          {words.handOver}
        </Button>
      </td>
    </tr>
  );
}
