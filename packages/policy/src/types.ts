import type { Amount, Calendar, Fraction, Instant, Row, Schedule } from "@troth/business-time";
import type { Cohort, ContractRules, Product } from "./types/cover.ts";
import type { Credit, SeverityLowering } from "./types/credit.ts";
import type { Channel, Plan, PricingPlan } from "./types/plans.ts";
import type {
  ChangeRules,
  Consequence,
  ContactRule,
  EligibilityRule,
  Escalation,
  FormRules,
  Language,
  LifeCycle,
  PolicyStatement,
  Quota,
  Staffing,
  StatusRules,
  VersionRules,
} from "./types/service.ts";
import type {
  Condition,
  CustomerPriority,
  Fact,
  GroundRule,
  SeverityDecision,
  Term,
} from "./types/severity.ts";
import type { Clause, Firmness, Intake, Link, Statement, Unit } from "./types/words.ts";

export type * from "./types/account.ts";
export type * from "./types/cover.ts";
export type * from "./types/credit.ts";
export type * from "./types/limits.ts";
export type * from "./types/plans.ts";
export type * from "./types/service.ts";
export type * from "./types/severity.ts";
export type * from "./types/words.ts";

/** One thing the compiler found. `mend` says how to put it right. */
export type Finding = {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
};

/** A policy folder as text: relative path to content. Reading the disk is the caller's. */
export type PolicyFiles = Readonly<Record<string, string>>;

export type PolicyCalendar = {
  readonly id: string;
  readonly name: string;
  /** Empty for the 24x7 calendar `always`. Several are a union. */
  readonly schedules: readonly Schedule[];
  /** Last date its holiday list covers; null when it has none. */
  readonly holidaysThrough: string | null;
  readonly holidaysSource: string | null;
  /** Content hash of the schedules: the calendar version that a receipt names. */
  readonly version: string;
  /**
   * What the policy leaves to the customer, in the author's words; null where the policy states it itself. `else` is
   * the zone that counts until the customer's is known, `hours` true where the policy keeps the hours to itself.
   */
  readonly leftOpen: {
    readonly zone: string | null;
    readonly holidays: string | null;
    readonly else?: string;
    readonly hours?: true;
  };
  /** Regions, each with a calendar of its own (`policy.calendars`), of which the customer's counts. */
  readonly regions?: readonly { readonly id: string; readonly calendar: string }[];
  /** Other calendars that count instead in single cases; the first that fits. */
  readonly instead?: readonly CalendarCase[];
  /** Closed dates and ranges of every year (`12-28..01-03`), which the schedules hold spread over years. */
  readonly everyYear?: readonly {
    readonly from: string;
    readonly to: string;
    readonly name: string | null;
  }[];
};

/** A case in which `calendar` counts instead of the one that a target names. What is null is not asked. */
export type CalendarCase = {
  readonly plan: string | null;
  readonly tier: string | null;
  readonly severity: string | null;
  readonly intake: Intake | null;
  readonly category: string | null;
  readonly language: string | null;
  readonly region: string | null;
  readonly cohort: string | null;
  /** A condition in words, which holds only where somebody says so. */
  readonly when: string | null;
  readonly calendar: string;
};

/** What starts a clock, of what the desk knows. */
export type ClockStart =
  | "request"
  | "enough-information"
  | "priority-set"
  | "logged-with-engineering"
  | "problem-identified"
  | "escalation-asked";

/** What stops a clock. */
export type ClockStop = "human-reply" | "reply-stating-severity" | "reply-and-work-begun";

export type Category = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Where it goes: the support queue, or a hand-off such as sales. */
  readonly route: string;
  readonly defaultSeverity: string | null;
  /** Severities that draw a warning at the form (P084); still accepted. */
  readonly warnsAt: readonly string[];
  readonly isIssue: boolean;
  /** It asks for the cause of an outage that is over (P112): a root-cause document answers it. */
  readonly asksForCause?: boolean;
  /** Fields the form asks for with it, e.g. `invoice`. */
  readonly asks: readonly string[];
  readonly clause: Clause;
  /** Open to every plan, whatever its channels, and without a current subscription. */
  readonly isOpenToAll?: boolean;
  /** The support plans that have it; every plan when absent. */
  readonly plans?: readonly string[];
};

/** A definition or an example that an assessment may rely on. `id` is stable across page, form and desk (P085). */
export type Ground = GroundRule & {
  readonly id: string;
  readonly kind: "definition" | "example" | "context";
  readonly text: string;
  /** Sub-points such as the key features of an example. */
  readonly points: readonly (GroundRule & { readonly id: string; readonly text: string })[];
  /** Promise row it keeps, when the author notes one. */
  readonly promise: string | null;
  /** Severity proposed for a match where the author chose another than the level it stands under. */
  readonly proposedAs: string | null;
  /** Products it is for; every product when absent. */
  readonly products?: readonly string[];
  /** The facts that hold in it. */
  readonly facts?: readonly Term[];
};

export type Severity = {
  readonly id: string;
  /** 1 is the worst. */
  readonly rank: number;
  readonly name: string;
  readonly summary: string;
  readonly grounds: readonly Ground[];
  readonly asksBusinessImpact: boolean;
  /** Other names the vendor's systems use for it, e.g. `s1`. */
  readonly aliases?: readonly string[];
  /** The support plans that may choose it; every plan when absent. */
  readonly plans?: readonly string[];
  /** The facts that make a problem this severe. */
  readonly when?: Condition;
  /** What looks like it and is not. */
  readonly counterExamples?: readonly Ground[];
  readonly duty?: string;
};

/** One lowered cell of the target table; null = any. */
export type Target = {
  readonly plan: string | null;
  readonly tier: string | null;
  readonly severity: string | null;
  readonly intake: Intake | null;
  readonly category: string | null;
  readonly metric: string;
  readonly amount: number | null;
  readonly rangeLow: number | null;
  readonly unit: Unit | null;
  readonly calendar: string | null;
  readonly op: "less-than" | "within";
  readonly firmness: Firmness;
  readonly when: string | null;
  readonly appliesTo: string | null;
  readonly clockStart: string | null;
  /** What the clock counts; null for cells without a figure. */
  readonly lowered: { readonly calendar: string; readonly amount: Amount } | null;
  readonly clause: Clause;
  /** Where days do not pass in proportion to open time: whole days end at closing, or at the time of the start. */
  readonly daysEnd?: "at-closing" | "at-same-time" | "next-day-at-closing" | "same-day-at-closing";
  /** The channel it is limited to, where doors do not say it. */
  readonly channel?: string;
  /** The cohort of customers it is limited to. */
  readonly cohort?: string;
  /** It holds for requests that came while this calendar was open (or closed), which `when` says in words. */
  readonly openedIn?: { readonly calendar: string; readonly isOpen: boolean };
  /** What starts and stops the clock, where `clockStart` or `clock-stop` name what the desk can tell. */
  readonly starts?: ClockStart;
  readonly stops?: ClockStop;
  /** The author's words for what stops the clock, where they are no `stops`. */
  readonly clockStop?: string;
  /** The clock runs only while the vendor has the next move. */
  readonly runsWhile?: "waiting-on-us";
  /** What ends a target that repeats, e.g. updates until `resolution`. */
  readonly until?: string;
};

/** What a policy measures, where it says more of it than a name. */
export type Metric = {
  readonly id: string;
  readonly name: string;
  /** Each one starts the next, e.g. an update every four hours. */
  readonly repeats: boolean;
};

export type Readings = {
  readonly businessDay:
    | "local-date-with-open-hours"
    | "end-of-following-open-day"
    | "same-time-on-following-open-day"
    | `${number} business hours`;
  readonly tie: "late" | "met";
  readonly day: "business-day-in-business-calendar";
  readonly severityRaised: "earlier-of-old-and-raise-plus-target";
  readonly severityLowered: "original-start-plus-target";
  readonly planChanged: "better-of-old-and-change-plus-target";
  readonly policyChanged: "better-of-old-and-new";
  readonly automaticReplyStopsClock: boolean;
  readonly aiReplyStopsClock: boolean;
  readonly emptyCell: "no" | "unstated";
  readonly outsideHours: "starts-at-next-opening";
  readonly zoneAndHolidays: "of-the-calendar";
  /** The following stand only where the author wrote them; the desk runs no other answer to most. */
  readonly nextBusinessDay?: "end-of-next-open-day" | "one-business-day";
  readonly severityRestored?: "as-under-the-earlier-promise";
  readonly alreadyMissed?: "stays-missed";
  readonly questionStopsClock?: true;
  readonly reopened?: "next-response-from-the-message";
};

export type QueueKey = "severity" | "plan" | "due" | "age";

export type Outcome = {
  readonly id: string;
  readonly name: string;
  /** What the agent must name with it, e.g. `release`, `exclusion`, `ticket`. */
  readonly needs: string | null;
};

export type Exclusion = {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly needs: string | null;
  /** What the vendor approves and therefore covers, e.g. third-party software (P055). */
  readonly approved: readonly string[];
  /** What lifts it, e.g. `written-approval`; null when nothing does. */
  readonly liftedBy: string | null;
  /** When it may be applied: at the door, or only as a cause found by diagnosis. */
  readonly decided: "at-intake" | "after-diagnosis";
  readonly clause: Clause;
  /** What it leads to, by plan; the key `*` holds for every other plan. Absent: it is refused. See `consequenceOf`. */
  readonly leadsTo?: Readonly<Record<string, Consequence>>;
  /** Where a redirected request goes: the id of a link. */
  readonly link?: string;
  /** When it is done all the same. */
  readonly unless?: string;
};

/**
 * Where all that is named of environment, category, product, plan, licence and payment holds, a proposal is not worse
 * than `atMost`, or is `atMost` itself where `isForced`, unless one of the `except` grounds applies.
 */
export type SeverityCap = {
  readonly environment: string | null;
  readonly atMost: string;
  readonly except: readonly string[];
  readonly isForced?: true;
  readonly category?: string;
  readonly product?: string;
  readonly plan?: string;
  readonly licence?: string;
  readonly payment?: string;
};

/** One named case in which a door is open although the plan lacks the channel. */
export type Exception = {
  readonly plan: string;
  /** Null for any door. */
  readonly door: Intake | null;
  readonly category: string;
  readonly note: string;
  readonly clause: Clause;
};

/** What a refusal may offer beside the channels that are open. */
export type Offer = "upgrade" | "renew" | "ticket";

/** Places of the page that decisions cite when no nearer clause exists. */
export type ClauseRole =
  | "channels"
  | "plans"
  | "eligibility"
  | "upgrade"
  | "issue"
  | "exclusions"
  | "billing"
  | "response-times"
  | "severity"
  | "conduct"
  | "responsibilities"
  | "changes";

/** The compiled policy: immutable, content-hashed, all the desk knows of support. */
export type Policy = {
  readonly id: string;
  readonly version: string;
  readonly updatedAt: Instant;
  readonly hash: string;
  readonly title: string;
  readonly vendor: { readonly name: string; readonly product: string };
  readonly terms: { readonly name: string; readonly href: string; readonly version: string | null };
  readonly links: Readonly<Record<string, Link>>;
  readonly supportEmail: string | null;
  readonly calendars: Readonly<Record<string, PolicyCalendar>>;
  readonly plans: readonly Plan[];
  readonly pricing: readonly PricingPlan[];
  readonly channels: readonly Channel[];
  readonly categories: readonly Category[];
  readonly severities: readonly Severity[];
  readonly factors: readonly { readonly id: string; readonly name: string }[];
  readonly defaultSeverity: string;
  readonly targets: readonly Target[];
  readonly readings: Readings;
  readonly queue: readonly QueueKey[];
  readonly outcomes: readonly Outcome[];
  readonly exclusions: readonly Exclusion[];
  /** Days in which a customer's reply reopens a resolved ticket. */
  readonly reopenDays: number;
  /** Every section of the page that can be cited, in page order. */
  readonly clauses: readonly Clause[];
  readonly clauseFor: Readonly<Record<ClauseRole, Clause>>;
  /** Links that a refusal offers: to a better plan, to renewing, to the ticket form. */
  readonly offers: Readonly<Record<Offer, readonly Link[]>>;
  readonly severityCaps: readonly SeverityCap[];
  readonly exceptions: readonly Exception[];
  /** What an Issue is, and the questions an assessment must answer to confirm one (P052). */
  readonly issue: { readonly text: string; readonly asks: readonly string[] } | null;
  readonly conduct: {
    readonly text: string;
    readonly bindsAgents: boolean;
    readonly mayEndSupport: boolean;
    readonly scope?: string;
    readonly decision?: string;
    readonly reinstatement?: string;
  };
  readonly billing: { readonly advice: string; readonly mayFollowDispute: readonly string[] } | null;
  readonly responsibilities: readonly Statement[];
  readonly changes: ChangeRules;
  /** `page.md` as written, references unresolved. */
  readonly page: string;
  /** The support plan of an account without a pricing plan; absent where such an account has none. */
  readonly defaultPlan?: string;
  readonly facts?: readonly Fact[];
  /** How long a ticket may wait for its assessment, in open time of the calendar, else in elapsed time. */
  readonly assessWithin?: { readonly ms: number; readonly calendar: string | null };
  readonly severityDecision?: SeverityDecision;
  readonly customerPriority?: CustomerPriority;
  readonly products?: readonly Product[];
  readonly languages?: readonly Language[];
  readonly eligibility?: readonly EligibilityRule[];
  readonly contacts?: readonly ContactRule[];
  readonly quotas?: readonly Quota[];
  readonly form?: FormRules;
  readonly versions?: readonly VersionRules[];
  readonly lifeCycle?: LifeCycle;
  readonly escalation?: Escalation;
  readonly staff?: readonly Staffing[];
  readonly status?: StatusRules;
  readonly statements?: readonly PolicyStatement[];
  readonly cohorts?: readonly Cohort[];
  readonly contracts?: ContractRules;
  /** Metrics of the policy's own. */
  readonly metrics?: readonly Metric[];
  readonly credits?: readonly Credit[];
  readonly severityLowerings?: readonly SeverityLowering[];
};

export type TargetQuestion = {
  readonly plan: string;
  readonly tier: string | null;
  readonly severity: string;
  readonly intake: Intake;
  readonly category: string | null;
  readonly metric: string;
  /** A condition that somebody says holds, for targets that name one; such targets never apply without it. */
  readonly when?: string | null;
  /** Ids of the add-ons that the account has; see `coverOf`. */
  readonly addOns?: readonly string[];
  /** When the request was opened: decides conditions such as `opened in office-hours`. */
  readonly openedAt?: Instant;
  /** The channel of the request; the channels behind the door where it is absent. */
  readonly channel?: string | null;
  /** Language of the request and region of the account, for calendars that differ by them. */
  readonly language?: string | null;
  readonly region?: string | null;
  /** Ids of the cohorts that the account belongs to; see `coverOf`. */
  readonly cohorts?: readonly string[];
};

export type Due = {
  readonly due: Instant | null;
  readonly firmness: Firmness;
  readonly op: "less-than" | "within";
  readonly rows: readonly Row[];
};

/** A policy with its calendars compiled once. */
export type RunnablePolicy = { readonly policy: Policy; readonly calendars: ReadonlyMap<string, Calendar> };

export type { Amount, Calendar, Fraction, Instant, Row };

/** What `compilePolicy` answers: all findings at once; `runnable` is null when one of them is an error. */
export type Compilation = { readonly runnable: RunnablePolicy | null; readonly findings: readonly Finding[] };

export type PageOptions = {
  readonly format: "md" | "html";
  /** When the version came into force; the policy's own date when absent. */
  readonly publishedAt?: Instant;
  /** The instant it is read at: decides which years of holidays come first. `publishedAt` when absent. */
  readonly at?: Instant;
  /** Addresses the server adds beside the version, e.g. all versions, what changed. */
  readonly links?: readonly Link[];
  /** In Markdown, name each heading's anchor after it, `{#id}`, for readers that cite it. */
  readonly anchors?: true;
};

export type Locale = "en" | "de";

/** A target's figure in parts, for a screen that words it itself. */
export type Duration = {
  readonly amount: number | null;
  readonly rangeLow: number | null;
  readonly unit: Unit;
};
