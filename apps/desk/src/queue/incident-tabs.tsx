import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useIncidentWords } from "@troth/ui";
import { read } from "../queries.ts";
import { type View, viewOfIncident } from "../wire.ts";
import classes from "./queue.module.css";

/** A tab for each open incident that has tickets, and for the one that is looked at: “Incident eu-1 7”. */
export function IncidentTabs({ view }: { readonly view: View }) {
  const words = useIncidentWords();
  const counts = useQuery(read.counts());
  const open = (counts.data?.incidents ?? []).filter(
    ({ number, count }) => count > 0 || viewOfIncident(number) === view,
  );
  return open.map(({ number, title, regions, count }) => (
    <Link
      key={number}
      to="/queue/$view"
      params={{ view: viewOfIncident(number) }}
      aria-current={viewOfIncident(number) === view ? "page" : undefined}
      className={classes.tab}
      title={words.tabTitle(number, title)}
    >
      {regions.length === 0 ? words.numbered(number) : words.tab(regions.join(", "))}
      <span className={classes.count}>{count}</span>
    </Link>
  ));
}
