import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bars, ProblemNote, StateLine, useDeskWords, useNow, useSpeech, Waiting } from "@troth/ui";
import { useRef } from "react";
import { useKeys } from "../keys/use-keys.tsx";
import { read } from "../queries.ts";
import type { View } from "../wire.ts";
import { useLastSeen } from "./last-seen.ts";
import classes from "./queue.module.css";
import { Row } from "./queue-row.tsx";
import { useEmptyWords, useViewName } from "./view-name.ts";

/** One view of the queue as a native table: page by page, in the policy's order. */
export function QueueTable({ view }: { readonly view: View }) {
  const words = useDeskWords();
  const name = useViewName(view);
  const queue = useInfiniteQuery(read.queue(view));
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = queue.data?.pages.flatMap((page) => page.rows) ?? [];
  useRowKeys(body);
  useLastSeen(body, rows.length > 0);

  if (queue.data === undefined) {
    if (queue.error === null) return <Waiting skeleton={<Bars count={12} />} />;
    return (
      <div className={classes.sheetPad}>
        <ProblemNote error={queue.error} onRetry={() => void queue.refetch()} />
      </div>
    );
  }
  if (rows.length === 0) return <Empty view={view} />;
  return (
    <>
      <table className={classes.table}>
        <caption className="troth-hidden">{words.queueCaption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">
              {words.columns.due} <DueZone />
            </th>
            <th scope="col">{words.columns.severity}</th>
            <th scope="col" data-column="number">
              {words.columns.number}
            </th>
            <th scope="col">{words.columns.subject}</th>
            <th scope="col" data-column="waits">
              {words.columns.waits}
            </th>
            <th scope="col" data-column="customer">
              {words.columns.customer}
            </th>
            <th scope="col" data-column="plan">
              {words.columns.plan}
            </th>
            <th scope="col" data-column="place">
              {words.columns.place}
            </th>
            <th scope="col" data-column="assignee">
              {words.columns.assignee}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <Row key={row.number} row={row} view={view} />
          ))}
        </tbody>
      </table>
      <div className={classes.after}>
        {queue.error !== null && <ProblemNote error={queue.error} />}
        {queue.hasNextPage ? (
          <Button
            variant="default"
            disabled={queue.isFetchingNextPage}
            onClick={() => void queue.fetchNextPage()}
          >
            {words.moreTickets}
          </Button>
        ) : (
          words.atEnd(rows.length)
        )}
      </div>
    </>
  );
}

/** The zone of every due below, once. */
function DueZone() {
  const { time } = useSpeech();
  return <span className={classes.zone}>({time.zoneWords(useNow())})</span>;
}

/** `j` and `k` move the focus along the subjects; Enter then opens, as on any link. */
function useRowKeys(body: { readonly current: HTMLTableSectionElement | null }) {
  const move = (step: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
    const here = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    const next = here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1);
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  useKeys({ next: () => move(1), previous: () => move(-1) });
}

function Empty({ view }: { readonly view: View }) {
  const words = useDeskWords();
  const other = view === "mine" ? "unassigned" : "all";
  return (
    <StateLine kind="empty">
      <p>{useEmptyWords(view)}</p>
      {view !== "all" && (
        <Link to="/queue/$view" params={{ view: other }}>
          {view === "mine" ? words.seeUnassigned : words.seeAll}
        </Link>
      )}
    </StateLine>
  );
}
