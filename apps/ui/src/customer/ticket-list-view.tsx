import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { StateLine, Waiting } from "../states/state-line.tsx";
import { Act } from "./act.tsx";
import { useCustomerDesk } from "./customer-desk.ts";
import { TicketGroups } from "./ticket-groups.tsx";

/** The list with its states: waiting, failed, empty, more. `link` makes the way to one ticket. */
export function TicketListView(props: {
  readonly isMineOnly: boolean;
  readonly link: (number: number, children: ReactNode) => ReactNode;
}) {
  const desk = useCustomerDesk();
  const words = usePortalWords();
  const list = useInfiniteQuery({
    queryKey: ["tickets"],
    queryFn: ({ pageParam }) => desk.tickets(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  if (list.isError && !list.data) {
    return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return <Waiting />;
  const all = list.data.pages.flatMap((page) => page.tickets);
  const rows = props.isMineOnly ? all.filter((row) => row.isMine) : all;
  return (
    <>
      {rows.length === 0 && (
        <StateLine kind="empty">{all.length === 0 ? words.noneYet : words.noneMine}</StateLine>
      )}
      <TicketGroups rows={rows} link={props.link} />
      {list.hasNextPage && (
        <p>
          <Act onClick={() => void list.fetchNextPage()} isBusy={list.isFetchingNextPage}>
            {words.moreTickets}
          </Act>
        </p>
      )}
    </>
  );
}
