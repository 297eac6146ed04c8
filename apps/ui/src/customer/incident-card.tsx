import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { useIncidentWords } from "../catalogue/use-incident-words.ts";
import { When } from "../facts/when.tsx";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import { useNow } from "../speech/use-now.ts";
import { ProblemNote } from "../states/problem-note.tsx";
import { Act } from "./act.tsx";
import { useCustomerDesk } from "./customer-desk.ts";
import classes from "./incident.module.css";
import type { OwnIncident } from "./wire.ts";

/** More projects than this are counted, not named. */
const MOST_NAMED = 3;

/** The incidents that touch the reader or that they follow, kept up to date while the line is open. */
export function useOwnIncidents(initial?: readonly OwnIncident[]): readonly OwnIncident[] {
  const desk = useCustomerDesk();
  const query = useQuery({
    queryKey: ["incidents"],
    queryFn: async () => (await desk.incidents()).incidents,
    ...(initial === undefined ? {} : { initialData: [...initial] }),
  });
  return query.data ?? initial ?? [];
}

/** An incident as its customer reads it: what, where, since when, the last word, and «Follow it» in one press. */
export function IncidentCard(props: {
  readonly incident: OwnIncident;
  /** Level of its heading on the page around it. */
  readonly level: 2 | 3;
  readonly children?: ReactNode;
}) {
  const { incident } = props;
  const Heading = `h${props.level}` as const;
  const words = useIncidentWords();
  const heading = useId();
  const last = incident.updates.at(-1);
  const places = [...incident.regions, ...incident.components].join(", ");
  return (
    <article className={classes.card} aria-labelledby={heading}>
      <Heading id={heading} className={classes.title} dir="auto">
        {incident.title}
      </Heading>
      <p>
        {words.inPlaces(places === "" ? words.everywhere : places)},{" "}
        {words.since(<When at={incident.declaredAt} />)}
      </p>
      {last && (
        <p className={classes.word}>
          {last.at === incident.declaredAt
            ? words.saidFirst(words.states[last.state])
            : words.said(words.states[last.state], <When at={last.at} />)}{" "}
          <span dir="auto">{last.text}</span>
        </p>
      )}
      <NextUpdate incident={incident} />
      <Matches projects={incident.projects} />
      <FollowIt incident={incident}>{props.children}</FollowIt>
    </article>
  );
}

function NextUpdate({ incident }: { readonly incident: Pick<OwnIncident, "nextUpdateBy" | "resolvedAt"> }) {
  const words = useIncidentWords();
  const now = useNow();
  const { nextUpdateBy, resolvedAt } = incident;
  if (resolvedAt !== null) return <p>{words.endedNow(<When at={resolvedAt} />)}</p>;
  if (nextUpdateBy === null) return null;
  const when = <When at={nextUpdateBy} />;
  return <p>{Date.parse(nextUpdateBy) > now ? words.nextBy(when) : words.nextWasDue(when)}</p>;
}

function Matches({ projects }: Pick<OwnIncident, "projects">) {
  const words = useIncidentWords();
  if (projects.length === 0) return null;
  const named = projects.slice(0, MOST_NAMED).map(({ name, region }) => `${name} (${region})`);
  const more = projects.length - named.length;
  return (
    <p className={classes.second} dir="auto">
      {words.matches([...named, ...(more > 0 ? [words.moreProjects(more)] : [])].join(", "))}
    </p>
  );
}

/** Follows or stops in one press; the press is told to a screen reader, and the words stay. */
function FollowIt(props: { readonly incident: OwnIncident; readonly children?: ReactNode }) {
  const { number, isFollowed, resolvedAt } = props.incident;
  const desk = useCustomerDesk();
  const queries = useQueryClient();
  const words = useIncidentWords();
  const announce = useAnnounce();
  const { locale, zone } = useSpeech();
  const change = useMutation({
    mutationFn: () => (isFollowed ? desk.unfollow(number) : desk.follow(number, { locale, zone })),
    onSuccess: async (after) => {
      announce(after.isFollowed ? words.followed : words.unfollowed);
      await queries.invalidateQueries({ queryKey: ["incidents"] });
    },
  });
  return (
    <>
      {isFollowed && <p className={classes.second}>{words.following}</p>}
      <div className={classes.acts}>
        {(resolvedAt === null || isFollowed) && (
          <Act onClick={() => !change.isPending && change.mutate()} isBusy={change.isPending}>
            {isFollowed ? words.unfollow : words.follow}
          </Act>
        )}
        {props.children}
      </div>
      {change.isError && <ProblemNote error={change.error} />}
    </>
  );
}
