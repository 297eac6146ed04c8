import type { Construct } from "./construct.ts";

/** Time, and what is measured in it. */
export const TIME: readonly Construct[] = [
  {
    id: "K17",
    group: "C",
    title: "Weekly hours in a zone",
    says: "Any days and hours, in a zone by its city.",
    keys: ["calendars.<calendar>.zone", "calendars.<calendar>.open"],
    sample: `calendars:
  office-hours:
    name: Office Hours
    zone: America/New_York
    open: { mon-thu: "09:00-12:00, 13:00-18:00", fri: "09:00-15:00" }
    holidays: none`,
  },
  {
    id: "K18",
    group: "C",
    title: "Across midnight, and long spans",
    says: "From five in the morning to one the next day; from Sunday afternoon to Friday evening without a break.",
    keys: ["calendars.<calendar>.open", "calendars.<calendar>.unbroken"],
    sample: `calendars:
  office-hours:
    name: Office Hours
    zone: Europe/Berlin
    open: { mon-fri: "09:00-17:00" }
    holidays: none
  long-days:
    zone: Europe/Berlin
    open: { daily: "05:00-25:00" }
    holidays: none
  week:
    zone: Europe/Berlin
    unbroken: sun 17:00 - fri 18:00
    holidays: none
targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: first-response
    plan: premium
    intake: console
    within: { high: 2 business hours @ long-days, low: 8 business hours @ week }
    firmness: target`,
  },
  {
    id: "K19",
    group: "C",
    title: "Whose clock",
    says: "The customer's, a region's, the headquarters': what the desk cannot know it is told, and a zone counts until then.",
    keys: ["calendars.<calendar>.zone.whose", "calendars.<calendar>.zone.else"],
    sample: `calendars:
  office-hours:
    name: Office Hours
    zone: { whose: customer-country, else: Europe/Berlin }
    open: { mon-fri: "09:00-17:00" }
    holidays: none`,
  },
  {
    id: "K20",
    group: "C",
    title: "Hours by region",
    says: "One of several calendars by region, or all of them together, following the sun.",
    keys: ["calendars.<calendar>.regions", "calendars.<calendar>.follow-the-sun"],
    sample: `calendars:
  office-hours:
    name: Office Hours
    open: { mon-fri: "09:00-17:00" }
    holidays: none
    regions: { us: America/New_York, emea: Europe/Berlin, apac: Australia/Sydney }`,
  },
  {
    id: "K21",
    group: "C",
    title: "Holidays",
    says: "From a dated list, single dates, dates of every year, ranges, somebody else's, or none.",
    keys: ["calendars.<calendar>.holidays", "calendars.<calendar>.holidays.whose"],
    sample: `calendars:
  office-hours:
    name: Office Hours
    zone: Europe/Berlin
    open: { mon-fri: "09:00-17:00" }
    holidays: [01-01, 05-01, 12-24..12-31]`,
  },
  {
    id: "K22",
    group: "C",
    title: "Another calendar in single cases",
    says: "By plan, severity, language, door or what the customer asks for.",
    keys: ["calendars.<calendar>.instead"],
    sample: `calendars:
  office-hours:
    name: Office Hours
    zone: Europe/Berlin
    open: { mon-fri: "09:00-17:00" }
    holidays: none
    instead: [{ plan: premium, severity: high, use: always }]
readings:
  business-day: one local date with open hours
  tie: late
  severity-raised: earlier of old due and raise + new target
  severity-lowered: original start + new target
  plan-changed: earlier of old due and change + new target
  policy-changed: earlier of old and new due
  automatic-reply-stops-clock: no
  ai-reply-stops-clock: no
  zone-and-holidays: those of the calendar
  outside-hours: at the next opening
  empty-cell: no
  business-unit-round-the-clock: elapsed time`,
  },
  {
    id: "K23",
    group: "C",
    title: "Units",
    says: "Minutes, hours, days as they pass, business hours, days and weeks, the next business day, months.",
    keys: ["targets[].within", "targets[].less-than", "targets[].in"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: first-response
    plan: premium
    intake: console
    within: { high: 30 minutes @ always, low: next business day @ office-hours }
    firmness: target
readings:
  business-day: one local date with open hours
  tie: late
  severity-raised: earlier of old due and raise + new target
  severity-lowered: original start + new target
  plan-changed: earlier of old due and change + new target
  policy-changed: earlier of old and new due
  automatic-reply-stops-clock: no
  ai-reply-stops-clock: no
  zone-and-holidays: those of the calendar
  outside-hours: at the next opening
  empty-cell: no
  next-business-day: until the end of the first open day after the request`,
  },
  {
    id: "K24",
    group: "C",
    title: "What a business day is",
    says: "The policy must say; four meanings can be run.",
    keys: ["readings.business-day"],
    sample: `readings:
  business-day: until the end of the following open day
  tie: late
  severity-raised: earlier of old due and raise + new target
  severity-lowered: original start + new target
  plan-changed: earlier of old due and change + new target
  policy-changed: earlier of old and new due
  automatic-reply-stops-clock: no
  ai-reply-stops-clock: no
  zone-and-holidays: those of the calendar
  outside-hours: at the next opening
  empty-cell: no`,
  },
  {
    id: "K25",
    group: "C",
    title: "Strict, inclusive, range",
    says: "“Less than” and “within”; a figure with a range; work without a break.",
    keys: ["targets[].less-than", "targets[].within"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: mitigation
    plan: premium
    less-than: { high: continuous @ always, low: 24-48 hours @ always }
    firmness: target`,
  },
  {
    id: "K26",
    group: "C",
    title: "What starts the clock",
    says: "The request, enough information, a priority that was set, a log entry of the engineers.",
    keys: ["targets[].clock-start"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: resolution
    plan: premium
    within: 5 business days @ office-hours
    clock-start: enough-information
    firmness: target`,
  },
  {
    id: "K27",
    group: "C",
    title: "What stops the clock",
    says: "An answer by a person, an answer that states the severity, work that has begun.",
    keys: ["targets[].clock-stop"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: first-response
    plan: premium
    intake: console
    less-than: 4 business hours @ office-hours
    clock-stop: reply-stating-severity
    firmness: commitment`,
  },
  {
    id: "K28",
    group: "C",
    title: "Only while it waits for us",
    says: "A clock that runs in one state only.",
    keys: ["targets[].runs-while"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: next-response
    plan: premium
    within: 1 business day @ office-hours
    runs-while: waiting-on-us
    firmness: target`,
  },
  {
    id: "K29",
    group: "C",
    title: "By the hour of opening",
    says: "Another target for what comes at night or at the weekend.",
    keys: ["targets[].when"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: resolution
    plan: premium
    when: opened in office-hours
    within: 8 hours @ always
    firmness: target
  - metric: resolution
    plan: premium
    when: opened outside office-hours
    within: 24 hours @ always
    firmness: target`,
  },
  {
    id: "K30",
    group: "D",
    title: "What is measured",
    says: "First and next responses, updates, mitigation, resolution, and measures of your own.",
    keys: ["metrics", "targets[].metric", "metrics.<metric>.repeats", "targets[].until"],
    sample: `metrics: { call-back: { name: call back } }
targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: call-back
    plan: premium
    within: 1 business hour @ office-hours
    firmness: target
  - metric: update-every
    plan: premium
    severity: high
    within: 2 hours @ always
    until: resolution
    firmness: target`,
  },
  {
    id: "K31",
    group: "D",
    title: "How firm it is",
    says: "Commitment, target, expectation, aspiration, best effort with or without a figure, none, as in the contract; also cell by cell.",
    keys: ["targets[].firmness"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: resolution
    plan: premium
    within: { high: "8 hours @ always, best effort", low: per contract }
    firmness: target`,
  },
  {
    id: "K34",
    group: "D",
    title: "Credits for late answers",
    says: "So many misses in a period give a share of the fee, claimed in time and with these words.",
    keys: ["credits.<id>.for", "credits.<id>.more-than", "credits.<id>.gives", "credits.<id>.claim"],
    sample: `credits:
  late-answers:
    plan: premium
    for: first-response
    more-than: 4 per quarter
    gives: 20 %
    of: the fee of that quarter
    claim: { within: 30 days, by: an e-mail from an address of the account }`,
  },
  {
    id: "K35",
    group: "D",
    title: "Credits for outages",
    says: "Shares of the month in which the service was up, and what a month below them gives.",
    keys: ["credits.<id>.bands"],
    sample: `credits:
  outages:
    for: outage
    bands: { 99.9: 10 %, 99: 25 % }
    of: the fee of that month
    at-most: 100 %`,
  },
  {
    id: "K36",
    group: "D",
    title: "The queue's order",
    says: "By severity, plan, due time, age.",
    keys: ["queue"],
    sample: `queue: [severity, plan, due, age]`,
  },
];
