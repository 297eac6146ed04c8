import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeskWords, useSpeech } from "@troth/ui";
import { read } from "../queries.ts";
import { incidentIn, VIEWS, type View } from "../wire.ts";
import { IncidentTabs } from "./incident-tabs.tsx";
import classes from "./queue.module.css";

/** Views that keep away while they hold nothing. */
const QUIET: ReadonlySet<View> = new Set(["followed", "hidden"]);

/** The views of the queue, each with how many tickets it holds. */
export function QueueTabs({ view }: { readonly view: View }) {
  const words = useDeskWords();
  const counts = useQuery(read.counts());
  const isQuiet = (one: View) => QUIET.has(one) && one !== view && counts.data?.counts[one] === 0;
  const shown = VIEWS.filter((one) => !isQuiet(one));
  return (
    <nav aria-label={words.mainNav} className={classes.tabs}>
      {shown.map((one) => (
        <Link
          key={one}
          to="/queue/$view"
          params={{ view: one }}
          aria-current={one === view ? "page" : undefined}
          className={classes.tab}
          data-late={one === "late" && (counts.data?.counts.late ?? 0) > 0}
        >
          {words.views[one]}
          {counts.data && <Count count={counts.data.counts[one] ?? 0} most={counts.data.most} />}
        </Link>
      ))}
      <IncidentTabs view={view} />
    </nav>
  );
}

function Count({ count, most }: { readonly count: number; readonly most: number }) {
  const words = useDeskWords();
  const { tag } = useSpeech();
  const figure = new Intl.NumberFormat(tag).format(count);
  if (count < most) return <span className={classes.count}>{figure}</span>;
  return (
    <span className={classes.count}>
      <span aria-hidden>{words.orMoreShort(figure)}</span>
      <span className="troth-hidden">{words.orMore(figure)}</span>
    </span>
  );
}

/** “2,048” or “10,000 or more”: a count as the counts route gives it. */
export function useCountWords(view: View): string | null {
  const words = useDeskWords();
  const { tag } = useSpeech();
  const counts = useQuery(read.counts());
  if (!counts.data) return null;
  const incident = incidentIn(view);
  const count =
    incident === null
      ? (counts.data.counts[view] ?? 0)
      : (counts.data.incidents.find((one) => one.number === incident)?.count ?? 0);
  const figure = new Intl.NumberFormat(tag).format(count);
  return count < counts.data.most ? figure : words.orMoreShort(figure);
}
