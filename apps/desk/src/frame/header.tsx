import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  cityOf,
  useCalendarWords,
  useCauseWords,
  useConductWords,
  useDeskActWords,
  useDeskWords,
  useIncidentWords,
  useNow,
  usePolicyWords,
  useReleaseWords,
  useSpeech,
  useWishWords,
} from "@troth/ui";
import type { AgentMe } from "../wire.ts";
import classes from "./frame.module.css";
import { JumpField } from "./jump-field.tsx";
import { ProfileMenu } from "./profile-menu.tsx";

/** Whose desk, go to a ticket, own time, the desk's hours, the profile. */
export function Header({ me }: { readonly me: AgentMe }) {
  const words = useDeskWords();
  const { calendars } = useCalendarWords();
  const { conduct } = useConductWords();
  const { incidents } = useIncidentWords();
  const { policy } = usePolicyWords();
  const { releases } = useReleaseWords();
  const { wishes } = useWishWords();
  const { documents } = useCauseWords();
  const { disagreements } = useDeskActWords();
  return (
    <header className={classes.header}>
      <Link to="/queue/$view" params={{ view: "all" }} className={classes.vendor}>
        {me.workspace.name}
      </Link>
      {me.workspace.isDemo && (
        <Badge variant="default" radius="sm">
          {words.demo}
        </Badge>
      )}
      <JumpField />
      <Link to="/disagreements" className={classes.way}>
        {disagreements}
      </Link>
      <Link to="/incidents" className={classes.way}>
        {incidents}
      </Link>
      <Link to="/conduct" className={classes.way}>
        {conduct}
      </Link>
      <Link to="/releases" className={classes.way}>
        {releases}
      </Link>
      <Link to="/wishes" className={classes.way}>
        {wishes}
      </Link>
      <Link to="/documents" className={classes.way}>
        {documents}
      </Link>
      <Link to="/calendars/{-$calendar}" params={{}} className={classes.way}>
        {calendars}
      </Link>
      <Link to="/policy" className={classes.way}>
        {policy}
      </Link>
      <Times desk={me.desk} />
      <ProfileMenu me={me} />
    </header>
  );
}

function Times({ desk }: Pick<AgentMe, "desk">) {
  const words = useDeskWords();
  const { time } = useSpeech();
  const now = useNow();
  return (
    <dl className={classes.times}>
      <div>
        <dt className="troth-hidden">{words.ownTime}</dt>
        <dd>{time.full(now)}</dd>
      </div>
      {desk !== null && (
        <div>
          <dt className="troth-hidden">{words.deskTime}</dt>
          <dd>
            <DeskHours desk={desk} now={now} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function DeskHours({ desk, now }: { readonly desk: NonNullable<AgentMe["desk"]>; readonly now: number }) {
  const words = useDeskWords();
  const there = useSpeech().timeIn(desk.zone);
  const city = cityOf(desk.zone) ?? desk.zone;
  const clock = there.clock(now);
  if (desk.changesAt === null)
    return desk.isOpen ? words.deskOpen(city, clock) : words.deskClosed(city, clock);
  const changes = Date.parse(desk.changesAt);
  const isOpen = changes > now ? desk.isOpen : !desk.isOpen;
  if (changes <= now) return isOpen ? words.deskOpen(city, clock) : words.deskClosed(city, clock);
  const until = there.day(changes) === there.day(now) ? there.clock(changes) : there.compact(changes);
  return isOpen ? words.deskOpenUntil(city, clock, until) : words.deskClosedUntil(city, clock, until);
}
