import type { At, Report } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import { holidays } from "./holidays.ts";
import { hours, open, unbroken } from "./hours.ts";
import {
  described,
  fields,
  listOf,
  many,
  may,
  type Named,
  named,
  need,
  type Read,
  type Shape,
} from "./shape.ts";
import { date, id, idOf, intake, text, yesNo } from "./words.ts";

const whose = fields({
  whose: need(text, "whose zone it is, e.g. `customer-country`"),
  else: may(text, "the zone that counts until the customer's is known"),
});

export type ZoneForm =
  | { readonly zone: At<string> }
  | { readonly whose: At<string>; readonly else: At<string> | undefined };

const zoneName = described(text, { kind: "scalar", refersTo: ["zone"], words: ["unstated"] });

/** A zone by name, `unstated`, or `{ whose: … }` where the policy leaves it to the customer. */
const zone: Shape<ZoneForm> = {
  wanted: "an IANA zone such as `Europe/Berlin`, or `unstated`",
  describes: { kind: "either", shapes: [zoneName, whose] },
  empty: (at) => ({ zone: { value: "", at } }),
  read(tree, report) {
    if (tree.kind === "map") {
      const read = whose.read(tree, report);
      return { whose: read.whose, else: read.else };
    }
    const read = zoneName.read(tree, report);
    return read.value === "unstated" ? { whose: read, else: undefined } : { zone: read };
  },
};

const dated = listOf(
  fields({
    date: need(date, "the local date"),
    name: may(text, "what the day is called"),
    open: need(hours, "the hours of that day"),
  }),
);

const hoursKeys = {
  open: may(open, "the weekly hours, or `unstated`"),
  unbroken: may(many(unbroken), "a span that runs through several days"),
  holidays: may(
    holidays,
    "what closes it: lists in `holidays/`, dates, `none`, `unstated` or `{ whose: … }`",
  ),
  special: may(dated, "days with other hours than usual"),
  breaks: may(dated, "hours cut out of single days"),
};

const ZONE = "the IANA zone whose clock decides, e.g. `Europe/Berlin`";

const desk = fields({ zone: need(zone, ZONE), ...hoursKeys });
export type DeskForm = Read<typeof desk>;

const region = fields({ zone: may(zone, ZONE), ...hoursKeys }, "zone");

const instead = listOf(
  fields({
    use: need(idOf("calendar", "always"), "the calendar that counts instead"),
    plan: may(many(idOf("plan")), "the support plans in which it does; any when left out"),
    tier: may(many(idOf("tier")), "the tiers in which it does"),
    severity: may(many(idOf("severity")), "the severities at which it does"),
    intake: may(many(intake), "the doors through which it does"),
    category: may(many(idOf("category")), "the categories in which it does"),
    language: may(many(id), "the languages of the request in which it does, e.g. `ja`"),
    region: may(many(id), "the customer's regions in which it does"),
    cohort: may(many(idOf("cohort")), "the cohorts of customers for whom it does"),
    when: may(many(text), "a condition in words, which holds where somebody says so"),
  }),
);
export type InsteadForm = Read<typeof instead>[number];

const common = {
  name: may(text, "what people call it"),
  instead: may(instead, "single cases in which another calendar counts; the first that fits"),
};

const alone = fields({ ...common, zone: need(zone, ZONE), ...hoursKeys });
const union = fields({
  ...common,
  desks: need(listOf(desk), "the desks whose hours together are open"),
});
const regional = fields({
  ...common,
  zone: may(zone, "the zone of regions that name none"),
  ...hoursKeys,
  regions: need(named(region), "a calendar for each region; each takes over what it does not state itself"),
  followTheSun: may(yesNo, "yes when it is open wherever one of the regions is"),
});

export type CalendarForm = {
  readonly name: At<string> | undefined;
  readonly desks: readonly DeskForm[];
  /** Ids of the regions, each with the desk at the same place in `desks`. */
  readonly regions: readonly At<string>[];
  readonly followsTheSun: boolean;
  readonly instead: readonly InsteadForm[];
};

const has = (tree: Tree, key: string): boolean =>
  tree.kind === "map" && tree.entries.some((entry) => entry.key === key);

/** A region's desk: what it states itself, and the calendar's own keys for the rest. */
function regionDesk(
  { id: name, value }: Named<Read<typeof region>>,
  shared: Read<typeof regional>,
  report: Report,
): DeskForm {
  const zoneForm = value.zone ?? shared.zone;
  if (zoneForm === undefined) {
    report.add(
      "key-missing",
      name.at,
      `The region \`${name.value}\` has no zone.`,
      `Write \`${name.value}: Europe/Berlin\`, or \`zone:\` for all regions of the calendar.`,
    );
  }
  return {
    at: value.at,
    zone: zoneForm ?? zone.empty(name.at),
    open: value.open ?? shared.open,
    unbroken: value.unbroken ?? shared.unbroken,
    holidays: value.holidays ?? shared.holidays,
    special: value.special ?? shared.special,
    breaks: value.breaks ?? shared.breaks,
  };
}

const calendar: Shape<CalendarForm> = {
  wanted: "a block of keys",
  describes: { kind: "either", shapes: [alone, union, regional] },
  empty: () => ({ name: undefined, desks: [], regions: [], followsTheSun: false, instead: [] }),
  read(tree, report) {
    if (has(tree, "regions")) {
      const read = regional.read(tree, report);
      return {
        name: read.name,
        desks: read.regions.map((one) => regionDesk(one, read, report)),
        regions: read.regions.map((one) => one.id),
        followsTheSun: read.followTheSun?.value ?? false,
        instead: read.instead ?? [],
      };
    }
    const read = has(tree, "desks") ? union.read(tree, report) : alone.read(tree, report);
    const desks = "desks" in read ? read.desks : [read];
    return { name: read.name, desks, regions: [], followsTheSun: false, instead: read.instead ?? [] };
  },
};

export const calendars = named(calendar, { defines: "calendar" });
export type CalendarsForm = Read<typeof calendars>;
