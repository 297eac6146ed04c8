import { useQuery } from "@tanstack/react-query";
import { useDeskWords, useIncidentWords } from "@troth/ui";
import { read } from "../queries.ts";
import { incidentIn, queueViewIn, type View } from "../wire.ts";

/** The name of a view: the queue's own, or the place an incident is in. */
export function useViewName(view: View): string {
  const words = useDeskWords();
  const incidents = useIncidentWords();
  const counts = useQuery(read.counts());
  const number = incidentIn(view);
  if (number === null) return words.views[queueViewIn(view)];
  const regions = counts.data?.incidents.find((one) => one.number === number)?.regions ?? [];
  return regions.length === 0 ? incidents.numbered(number) : incidents.tab(regions.join(", "));
}

/** What to say where a view holds nothing. */
export function useEmptyWords(view: View): string {
  const words = useDeskWords();
  const incidents = useIncidentWords();
  return incidentIn(view) === null ? words.empty[queueViewIn(view)] : incidents.emptyTab;
}
