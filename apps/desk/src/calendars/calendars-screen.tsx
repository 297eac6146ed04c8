import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Bars, cityOf, PolicyText, ProblemNote, useDeskWords, Waiting, WithPolicyText } from "@troth/ui";
import { useEffect } from "react";
import { read } from "../queries.ts";
import type { CalendarYear } from "../wire.ts";
import classes from "./calendars.module.css";
import { hoursWords } from "./day-words.ts";
import { ListEnding } from "./list-ending.tsx";
import { RecomputeProgress } from "./recompute-progress.tsx";
import { useCalendarTalk } from "./use-calendar-talk.ts";
import { weekRuns, yearsAround } from "./year.ts";
import { YearGrid } from "./year-grid.tsx";
import { YearTable } from "./year-table.tsx";

const route = getRouteApi("/frame/calendars/{-$calendar}");

/** The calendars that deadlines are counted by, a year at a time. */
export function CalendarsScreen() {
  const { words } = useCalendarTalk();
  const desk = useDeskWords();
  const list = useQuery(read.calendars());
  const me = useQuery(read.me());
  const { calendar } = route.useParams();
  useEffect(() => {
    document.title = `${words.calendars} · ${desk.appName}`;
  }, [words, desk]);
  const chosen =
    calendar ?? (list.data?.calendars.find(({ zone }) => zone !== null) ?? list.data?.calendars[0])?.id;
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <h1>{words.calendars}</h1>
      <p className={classes.second}>{words.calendarsIntro}</p>
      {list.error !== null && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && list.data.calendars.length > 1 && (
        <nav className={classes.switch} aria-label={words.which}>
          {list.data.calendars.map(({ id, name, zone }) => (
            <Link
              key={id}
              to="/calendars/{-$calendar}"
              params={{ calendar: id }}
              search={(before) => before}
              aria-current={id === chosen ? "page" : undefined}
            >
              {zone === null ? words.alwaysName : <PolicyText>{name}</PolicyText>}
            </Link>
          ))}
        </nav>
      )}
      {chosen !== undefined && <OneCalendar key={chosen} id={chosen} />}
      <RecomputeProgress />
      {me.data?.role === "admin" && (
        <p>
          <Link to="/policy">{words.changeThem}</Link>
        </p>
      )}
    </main>
  );
}

function OneCalendar({ id }: { readonly id: string }) {
  const { year } = route.useSearch();
  const shown = useQuery({ ...read.calendar(id, year ?? null), placeholderData: (before) => before });
  if (shown.data === undefined) {
    return shown.error === null ? (
      <Waiting skeleton={<Bars count={12} />} />
    ) : (
      <ProblemNote error={shown.error} onRetry={() => void shown.refetch()} />
    );
  }
  return (
    <>
      <ListEnding year={shown.data} />
      <section className={classes.year}>
        <YearHead year={shown.data} />
        {shown.data.isAlways ? (
          <Always />
        ) : (
          <>
            <YearGrid key={`${id} ${shown.data.year}`} year={shown.data} />
            <YearTable year={shown.data} />
          </>
        )}
        <Sources year={shown.data} />
      </section>
    </>
  );
}

function Always() {
  const { words } = useCalendarTalk();
  return <p>{words.always}</p>;
}

function YearHead({ year }: { readonly year: CalendarYear }) {
  const talk = useCalendarTalk();
  const { words } = talk;
  const city = year.zone === null ? null : (cityOf(year.zone) ?? year.zone);
  return (
    <div className={classes.yearHead}>
      <h2>
        {city === null ? (
          words.alwaysName
        ) : (
          <WithPolicyText text={words.heading(year.name, city)} parts={[year.name]} />
        )}
      </h2>
      {!year.isAlways && <span>{useWeekWords(year)}</span>}
      <YearSwitch year={year} />
      <strong>{words.openHours(talk.openHours(year.openMs))}</strong>
    </div>
  );
}

/** “Mon to Fri 09:00–17:00, Sat 10:00–14:00”. */
function useWeekWords({ week }: CalendarYear): string {
  const talk = useCalendarTalk();
  const { words, dates } = talk;
  const runs = weekRuns(week).map(({ from, to, hours }) => {
    const days = from === to ? dates.weekday(from) : words.dayRange(dates.weekday(from), dates.weekday(to));
    return words.week(days, hoursWords(hours, talk));
  });
  return runs.length === 0 ? words.noWeek : runs.join(", ");
}

function YearSwitch({ year }: { readonly year: CalendarYear }) {
  const { words } = useCalendarTalk();
  const navigate = useNavigate();
  const years = yearsAround(year.year, Date.now(), year.holidaysThrough);
  const go = (to: number) =>
    void navigate({
      to: "/calendars/{-$calendar}",
      params: { calendar: year.id },
      search: { year: to },
      replace: true,
    });
  const step = (to: number, label: string, Icon: typeof IconChevronLeft) => (
    <ActionIcon
      variant="default"
      size={32}
      aria-label={label}
      disabled={!years.includes(to)}
      onClick={() => go(to)}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <span className={classes.yearSwitch}>
      {step(year.year - 1, words.previousYear(year.year - 1), IconChevronLeft)}
      <NativeSelect
        aria-label={words.year}
        value={String(year.year)}
        data={years.map(String)}
        onChange={(event) => go(Number(event.currentTarget.value))}
      />
      {step(year.year + 1, words.nextYear(year.year + 1), IconChevronRight)}
    </span>
  );
}

/** How far the list of holidays reaches, where it is from, and which version this is. */
function Sources({ year }: { readonly year: CalendarYear }) {
  const { words, dates } = useCalendarTalk();
  const { holidaysThrough: through, holidaysSource: source } = year;
  const isBeyond = through !== null && through < `${year.year}-12-31`;
  return (
    <p className={classes.second}>
      {!year.isAlways && through === null && `${words.noList} `}
      {through !== null &&
        `${isBeyond ? words.beyondList(year.year, dates.dayOfYear(through)) : words.reaches(dates.dayOfYear(through))} `}
      {source !== null && <>{words.source(<Source text={source} />)}. </>}
      {words.versions(year.policyVersion, year.version.slice(0, 12))}.
    </p>
  );
}

function Source({ text }: { readonly text: string }) {
  if (!/^https?:\/\//.test(text)) return <PolicyText>{text}</PolicyText>;
  return (
    <a href={text} rel="noreferrer" className={classes.source}>
      {text}
    </a>
  );
}
