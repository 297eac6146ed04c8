import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ProblemNote, usePolicyWords, When } from "@troth/ui";
import { read } from "../queries.ts";
import classes from "./policy.module.css";
import { useFigures } from "./use-figures.ts";

/** Which customers have used support under a version, and so accepted it (P131). */
export function Acceptances({ version }: { readonly version: string }) {
  const words = usePolicyWords();
  const figure = useFigures();
  const list = useInfiniteQuery(read.acceptances(version));
  const [first] = list.data?.pages ?? [];
  if (list.error !== null) {
    return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (first === undefined) return null;
  const rows = (list.data?.pages ?? []).flatMap(({ acceptances }) => acceptances);
  const { customer, since, by, act } = words.acceptanceColumns;
  return (
    <section className={classes.part} aria-labelledby="acceptances-title">
      <h2 id="acceptances-title">{words.acceptances}</h2>
      <p>{words.accepted(figure(first.accepted), figure(first.organisations))}</p>
      {rows.length > 0 && (
        <table className={classes.table}>
          <caption className="troth-hidden">{words.acceptances}</caption>
          <thead>
            <tr>
              {[customer, since, by, act].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.organisation.id}>
                <th scope="row" dir="auto">
                  {row.organisation.name}
                </th>
                <td>
                  <When at={row.at} />
                </td>
                <td dir="auto">{row.person.name}</td>
                <td>
                  <Link to="/tickets/$number" params={{ number: String(row.ticket) }}>
                    {words.acceptanceActs[row.act](String(row.ticket))}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <p>
          <Button variant="default" onClick={() => !list.isFetching && void list.fetchNextPage()}>
            {words.moreTickets}
          </Button>
        </p>
      )}
    </section>
  );
}
