import { CUSTOMER_ROLES, LIMITS } from "@troth/core";
import { z } from "zod";
import { demanded, Instant, Named, SawVersion, Slug, TicketNumber } from "./common.ts";

/** A sentence or more of a person's, for somebody else to read. */
export const reason = (what: string) =>
  demanded(`${what} is empty. Write at least one sentence.`)
    .max(LIMITS.reasonCharacters, {
      message: `${what} is longer than ${LIMITS.reasonCharacters.toLocaleString("en")} characters. Put the rest into a message.`,
    })
    .refine((text) => !text.includes("\u0000"), { message: `${what} contains a NUL character. Remove it.` });

const mayReason = (what: string) => reason(what).nullable().default(null);

const Level = z.object({ id: z.string(), rank: z.number().int(), name: z.string() });

export const Follower = z
  .object({ id: z.string(), name: z.string(), isMe: z.boolean() })
  .meta({ id: "Follower" });

export const Disagreement = z
  .object({
    at: Instant,
    by: z.string(),
    severity: Level.meta({ description: "What the customer objects to." }),
    wants: Level.nullable().meta({ description: "What they think right, if they said." }),
    reason: z.string(),
    owner: Named.nullable().meta({ description: "Who decides." }),
    advice: z
      .array(z.object({ lead: Named, text: z.string().nullable() }))
      .meta({ description: "Leads who were asked, with what they said; empty for customers." }),
    mayDecide: z.boolean().meta({ description: "Whether the reader may end it; false for customers." }),
    whyNot: z.string().nullable(),
    whyNotReason: z.string().nullable().meta({ description: "The same as a code that stays." }),
  })
  .meta({ id: "Disagreement", description: "An objection to a severity that has not ended." });

export const Video = z
  .object({
    state: z.enum(["asked", "granted"]),
    at: Instant,
    reason: z.string().nullable(),
    slot: z.object({ startsAt: Instant, endsAt: Instant, minutes: z.number().int() }).nullable(),
    room: z.string().nullable().meta({ description: "Where to meet." }),
  })
  .meta({ id: "Video" });

export const Word = z
  .object({ by: Instant, agent: z.string(), text: z.string().nullable() })
  .meta({ id: "Word", description: "An agent's own word: the customer hears again by then." });

export const Wait = z
  .object({
    since: Instant,
    items: z.array(z.string()).meta({ description: "What was asked for, item by item." }),
    reminders: z.number().int().meta({ description: "Reminders sent so far." }),
    nextReminderAt: Instant.nullable(),
    closesAt: Instant.nullable().meta({
      description: "When silence closes the ticket; null: it never does.",
    }),
  })
  .meta({ id: "Wait", description: "What we wait for, and since when." });

export const TicketLink = z
  .object({ number: z.number().int(), relation: z.string(), subject: z.string().nullable() })
  .meta({ id: "TicketLink" });

export const Consent = z
  .object({ projects: z.array(z.string()), until: Instant, by: z.string() })
  .meta({ id: "Consent", description: "Until when our people may look at the data of these projects." });

export const CustomerAct = z
  .object({
    act: z.string(),
    isOpen: z.boolean(),
    because: z.string().nullable(),
    reason: z.string().nullable().meta({ description: "The same as a code that stays." }),
  })
  .meta({ id: "CustomerAct", description: "Whether an act is open to the reader here, and why not." });

export const Proceedings = z
  .object({
    isRestricted: z.boolean(),
    followers: z.array(Follower).meta({ description: "People of the customer's beside the requester." }),
    watchers: z.array(Follower).meta({ description: "Agents who want to hear of it; empty for customers." }),
    disagreement: Disagreement.nullable(),
    leadAskedAt: Instant.nullable(),
    leadAskedFor: Level.nullable().meta({
      description:
        "The severity the lead was asked for, while nobody assessed it since. What is worse counts again.",
    }),
    video: Video.nullable(),
    word: Word.nullable(),
    wait: Wait.nullable(),
    links: z.array(TicketLink),
    mergedInto: z.number().int().nullable(),
    consent: Consent.nullable(),
    rating: z.object({ isGood: z.boolean() }).nullable(),
    hiddenUntil: Instant.nullable().meta({ description: "The desk's alone." }),
    acts: z.array(CustomerAct),
  })
  .meta({ id: "Proceedings", description: "What stands around the conversation of a ticket." });

export const ObjectToSeverity = z
  .object({ reason: reason("The objection"), wants: Slug.nullable().default(null) })
  .meta({ id: "ObjectToSeverity" });
export const EndDisagreement = z
  .object({
    to: Slug.meta({ description: "The severity it ends with; the one in force upholds it." }),
    grounds: z.array(Slug).max(30).default([]),
    factors: z.array(Slug).max(10).default([]),
    reason: reason("The reason"),
    sawVersion: SawVersion,
  })
  .meta({ id: "EndDisagreement" });
export const OwnDisagreement = z.object({ owner: z.string().max(100) }).meta({ id: "OwnDisagreement" });
export const AskAdvice = z
  .object({ leads: z.array(z.string().max(100)).min(1).max(2) })
  .meta({ id: "AskAdvice", description: "One lead or two." });
export const Advise = z.object({ text: reason("The advice") }).meta({ id: "Advise" });

export const Worsen = z
  .object({
    to: Slug,
    reason: reason("What got worse"),
    businessImpact: z
      .string()
      .max(LIMITS.businessImpactCharacters)
      .refine((text) => !text.includes("\u0000"), {
        message: "The business impact contains a NUL character. Remove it.",
      })
      .nullable()
      .default(null)
      .meta({ description: "Asked for by the severities that ask for it at the opening." }),
    isBusinessImpactUnknown: z.boolean().default(false),
  })
  .meta({ id: "Worsen" });
export const TakeBack = z.object({ text: mayReason("The message") }).meta({ id: "TakeBack" });
export const Rate = z.object({ isGood: z.boolean(), text: mayReason("The remark") }).meta({ id: "Rate" });
export const AddFollower = z.object({ person: z.string().max(100) }).meta({ id: "AddFollower" });
export const Restrict = z.object({ isRestricted: z.boolean() }).meta({ id: "Restrict" });
export const GiveWord = z
  .object({ by: z.iso.datetime({ offset: true }), text: mayReason("What it is about") })
  .meta({ id: "GiveWord" });
export const Hide = z
  .object({
    until: z.iso.datetime({ offset: true }).nullable().meta({ description: "Null shows it again." }),
  })
  .meta({ id: "HideTicket" });
export const LinkTickets = z
  .object({ to: TicketNumber, relation: z.enum(["related", "duplicate-of", "caused-by"]) })
  .meta({ id: "LinkTickets" });
export const Merge = z
  .object({
    into: TicketNumber,
    sawVersion: SawVersion,
    sawSurvivor: SawVersion,
    bringsPeople: z.boolean().default(false).meta({
      description:
        "Whether people of this ticket read a restricted one from then on; another they read always.",
    }),
  })
  .meta({ id: "MergeTickets" });
export const Split = z
  .object({ message: z.uuid(), category: Slug.nullable().default(null) })
  .meta({ id: "SplitMessage" });
export const AskVideo = z
  .object({ reason: reason("What to talk about") })
  .meta({ id: "AskVideo", description: "What to talk about, and when it would suit." });
export const GrantVideo = z
  .object({
    startsAt: z.iso.datetime({ offset: true }),
    minutes: z.number().int().min(5).max(240),
    room: z.url().max(500).nullable().default(null).meta({
      description: "Where to meet; from the desk's own meeting provider when left out.",
    }),
    sawVersion: SawVersion,
  })
  .meta({ id: "GrantVideo" });
export const DeclineVideo = z.object({ reason: reason("The reason") }).meta({ id: "DeclineVideo" });
export const CancelVideo = z.object({ reason: mayReason("The reason") }).meta({ id: "CancelVideo" });
export const GiveConsent = z
  .object({ projects: z.array(Slug).min(1).max(50), hours: z.number().int().min(1).max(720) })
  .meta({ id: "GiveConsent" });
export const UseConsent = z
  .object({ project: Slug, reason: reason("The reason") })
  .meta({ id: "UseConsent", description: "A look at a customer's data, said before it is taken." });

export const Colleague = z
  .object({ id: z.string(), name: z.string(), role: z.enum(CUSTOMER_ROLES), isMe: z.boolean() })
  .meta({ id: "Colleague" });
export const ColleagueList = z.object({ colleagues: z.array(Colleague) }).meta({ id: "ColleagueList" });

export const SimilarTicket = z
  .object({
    number: z.number().int(),
    subject: z.string(),
    requester: z.string(),
    isMine: z.boolean(),
    openedAt: Instant,
    state: z.string(),
  })
  .meta({ id: "SimilarTicket", description: "A ticket of one's own organisation that looks like this one." });
export const SimilarTicketList = z
  .object({ tickets: z.array(SimilarTicket) })
  .meta({ id: "SimilarTicketList" });

export const Preference = z
  .object({
    mail: z
      .enum(["all", "mine", "none"])
      .meta({ description: "Of all I take part in, of those I opened, or of none." }),
    locale: z.enum(["en", "de"]).nullable(),
    zone: z.string().max(100).nullable(),
  })
  .meta({ id: "Preference", description: "How a person wants to be told." });

export const DisagreementRow = z
  .object({
    number: z.number().int(),
    subject: z.string(),
    organisation: Named,
    at: Instant,
    owner: Named.nullable(),
    severity: Level,
    wants: Level.nullable(),
  })
  .meta({ id: "DisagreementRow" });

export const Away = z
  .object({ until: z.iso.datetime({ offset: true }).nullable().meta({ description: "Null: back." }) })
  .meta({ id: "Away" });
