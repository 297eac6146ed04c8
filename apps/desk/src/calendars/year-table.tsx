import type { CalendarYear } from "../wire.ts";
import classes from "./calendars.module.css";
import { noteWords } from "./day-words.ts";
import { useCalendarTalk } from "./use-calendar-talk.ts";
import { monthsOf } from "./year.ts";

/** The year in words: a row a month. */
export function YearTable({ year }: { readonly year: CalendarYear }) {
  const talk = useCalendarTalk();
  const { words, dates } = talk;
  const months = monthsOf(year.days);
  const openDays = months.reduce((sum, month) => sum + month.openDays, 0);
  return (
    <details className={classes.fold}>
      <summary>{words.asTable}</summary>
      <table className={classes.table}>
        <caption className="troth-hidden">{words.tableCaption(year.name, year.year)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            <th scope="col">{words.openDays}</th>
            <th scope="col">{words.openHoursColumn}</th>
            <th scope="col">{words.notable}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.on}>
              <th scope="row">{dates.month(month.on)}</th>
              <td>{month.openDays}</td>
              <td>{talk.openHours(month.openMs)}</td>
              <td>
                {month.notable.length === 0
                  ? words.nothingNotable
                  : month.notable.map((day) => `${dates.day(day.on)} ${noteWords(day, talk)}`).join("; ")}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.wholeYear}</th>
            <td>{talk.figure(openDays)}</td>
            <td>{talk.openHours(year.openMs)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </details>
  );
}
