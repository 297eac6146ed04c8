import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { StateLine, Waiting } from "../states/state-line.tsx";
import { Act } from "./act.tsx";
import { useCustomerDesk } from "./customer-desk.ts";
import { TicketGroups } from "./ticket-groups.tsx";

/** A pause in typing after which one looks. */
const TYPED_MS = 250;

/** The list with its states: waiting, failed, empty, more. `link` makes the way to one ticket. */
export function TicketListView(props: {
  readonly isMineOnly: boolean;
  /** Words that are looked for; all tickets where it is empty. */
  readonly find?: string;
  readonly link: (number: number, children: ReactNode) => ReactNode;
}) {
  const desk = useCustomerDesk();
  const words = usePortalWords();
  const [find] = useDebouncedValue(props.find ?? "", TYPED_MS);
  const list = useInfiniteQuery({
    queryKey: find === "" ? ["tickets"] : ["tickets", find],
    queryFn: ({ pageParam }) => desk.tickets(pageParam, find),
    placeholderData: keepPreviousData,
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
        <StateLine kind="empty">
          {find !== "" ? words.noneFound(find) : all.length === 0 ? words.noneYet : words.noneMine}
        </StateLine>
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
