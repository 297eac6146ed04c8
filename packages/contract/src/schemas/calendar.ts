import { z } from "zod";
import { Instant } from "./common.ts";
import { Finding, PolicyVersion } from "./policy.ts";

const LocalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: "A date of the calendar's zone." });
const Hours = z.tuple([z.string(), z.string()]).meta({ description: "Wall-clock hours, from and to." });

export const CalendarDay = z
  .object({
    on: LocalDate,
    kind: z.enum(["open", "closed", "holiday", "special"]),
    name: z.string().nullable().meta({ description: "Name of the holiday or special day." }),
    hours: z.array(Hours),
    breaks: z.array(z.object({ name: z.string().nullable(), hours: z.array(Hours) })),
    openMs: z.number().int().meta({ description: "Open time of this date, clock changes included." }),
    clockChangeMs: z
      .number()
      .int()
      .meta({ description: "How far clocks are put forward (above zero) or back on this date; 0 on most." }),
  })
  .meta({ id: "CalendarDay" });

export const CalendarYear = z
  .object({
    id: z.string(),
    name: z.string(),
    version: z.string(),
    policyVersion: z.string(),
    year: z.number().int(),
    zone: z.string().nullable().meta({ description: "Null when it is open round the clock." }),
    isAlways: z.boolean(),
    week: z.array(z.object({ day: z.string(), hours: z.array(Hours) })).meta({ description: "From Monday." }),
    openMs: z.number().int().meta({ description: "Open time of the whole year." }),
    holidaysThrough: LocalDate.nullable(),
    holidaysSource: z.string().nullable(),
    isListEnding: z.boolean().meta({ description: "The list of holidays ends in less than 13 months." }),
    days: z.array(CalendarDay),
  })
  .meta({ id: "CalendarYear", description: "A year of open hours, holidays and special days." });
export type CalendarYear = z.infer<typeof CalendarYear>;

export const CalendarList = z
  .object({
    calendars: z.array(
      z.object({ id: z.string(), name: z.string(), zone: z.string().nullable(), isListEnding: z.boolean() }),
    ),
  })
  .meta({ id: "CalendarList", description: "Calendars that the policy in force counts by." });

export const Recompute = z
  .object({
    policyVersion: z.string(),
    startedAt: Instant,
    total: z.number().int().nullable().meta({ description: "Open tickets to look at; null until counted." }),
    done: z.number().int(),
    earlier: z.number().int(),
    later: z.number().int(),
    finishedAt: Instant.nullable(),
  })
  .meta({
    id: "Recompute",
    description: "Open tickets computed again after a publication, and how far that is.",
  });

export const RecomputeList = z.object({ recomputes: z.array(Recompute) }).meta({ id: "RecomputeList" });

export const PolicySource = z
  .object({
    version: PolicyVersion,
    files: z.record(z.string(), z.string()),
  })
  .meta({ id: "PolicySource", description: "The folder of the version in force, as it was published." });

export const TryPolicy = z
  .object({ files: z.record(z.string().max(200), z.string().max(2_000_000)) })
  .meta({ id: "TryPolicy" });

const MovedTicket = z
  .object({
    number: z.number().int(),
    organisation: z.string(),
    metric: z.string(),
    dueFrom: Instant.nullable(),
    dueTo: Instant.nullable(),
  })
  .meta({ id: "MovedTicket" });

export const PolicyTried = z
  .object({
    isRunnable: z.boolean().meta({ description: "False when errors keep it from being published." }),
    findings: z.array(Finding),
    looked: z.number().int().meta({ description: "Open tickets that were looked at." }),
    earlier: z.number().int(),
    later: z.number().int(),
    moved: z.array(MovedTicket).meta({ description: "The first hundred that would move, by number." }),
  })
  .meta({ id: "PolicyTried", description: "What a draft would do to the tickets that are open now." });
