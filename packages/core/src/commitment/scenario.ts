import { formatInstant, type Instant, type Schedule } from "@troth/business-time";
import type { RunnablePolicy } from "@troth/policy";
import { AUTHOR_KINDS, type ClockState, type TicketState } from "../vocabulary.ts";
import type { ClockChange, ClockEvent, StateMover } from "./clock-event.ts";
import { commitmentsOf } from "./commitments-of.ts";
import {
  choiceOf,
  type Fields,
  fieldsOf,
  instantOf,
  listOf,
  nameOf,
  ScenarioError,
  scheduleOf,
  targetsOf,
  textOf,
} from "./scenario-input.ts";
import { SCENARIO_CALENDAR, type ScenarioTargets, scenarioPolicy } from "./scenario-policy.ts";

export { ScenarioError };

/** How the clocks of a scenario stand at its end; instants are ISO 8601 in UTC. */
export type ScenarioAnswer = {
  /** Null when withdrawn or without a target. */
  readonly firstResponseDue: string | null;
  /** A late answer is `breached`. */
  readonly firstResponse: ClockState;
  /** Arrival of the oldest customer message that still waits for a further answer; null when none does. */
  readonly nextResponseStartedAt: string | null;
};

const HOUR = { elapsedHours: 1 };
const DAY = { elapsedHours: 24 };
const THREE_DAYS = { businessDays: 3 };

/** What a scenario that changes plans takes for granted of the plans it does not define, lowest first. */
const KNOWN_PLANS: ReadonlyArray<readonly [plan: string, targets: Fields]> = [
  ["free", {}],
  ["launch", { "*": THREE_DAYS }],
  ["scale", { "*": THREE_DAYS }],
  ["business", { "*": THREE_DAYS }],
  ["enterprise-standard", { 1: { businessHours: 2 }, 2: { businessDays: 2 }, 3: THREE_DAYS, 4: THREE_DAYS }],
  ["enterprise-gold", { 1: HOUR, 2: DAY, 3: THREE_DAYS, 4: THREE_DAYS }],
];

/**
 * Plays one whole-ticket scenario to its last event. Throws a `ScenarioError` for one that cannot be read, and a
 * `CalendarError` for a schedule that cannot be counted on.
 */
export function answerTicketScenario(request: unknown): ScenarioAnswer {
  const scenario = fieldsOf(request, "scenario");
  const story = new Story(scenario);
  listOf(scenario.events ?? [], "events").forEach((event, index) =>
    story.tell(fieldsOf(event, `events[${index}]`), `events[${index}]`),
  );
  const commitments = commitmentsOf(story.events, (version) => story.rules(version), story.now);
  const first = commitments.findLast(({ metric }) => metric === "first-response");
  const next = commitments.findLast(({ metric }) => metric === "next-response");
  const isAwaited = next?.stoppedAt === null && next.state !== "cancelled" && next.state !== "withdrawn";
  return {
    firstResponseDue: isoOf(first?.dueAt ?? null),
    firstResponse: first?.state ?? "cancelled",
    nextResponseStartedAt: isAwaited ? isoOf(next.startedAt) : null,
  };
}

function isoOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

/** Reads a scenario's events into clock events, and its edits into policy versions of their own. */
class Story {
  readonly events: ClockEvent[] = [];
  now: Instant;
  #plan: string;
  #schedule: Schedule;
  #targets: ScenarioTargets;
  readonly #versions: RunnablePolicy[] = [];

  constructor(scenario: Fields) {
    const at = instantOf(scenario.createdAt, "createdAt");
    this.now = at;
    this.#plan = textOf(scenario.plan, "plan");
    this.#schedule = scheduleOf(scenario.schedule, "schedule");
    const known = KNOWN_PLANS.map(([plan, targets]) => [plan, targetsOf(targets, plan)] as const);
    const own =
      scenario.policy === undefined ? [] : [[this.#plan, targetsOf(scenario.policy, "policy")] as const];
    this.#targets = new Map([...known, ...own]);
    const policyVersion = this.#publish();
    const severity = nameOf(scenario.severity, "severity");
    const opening = { intake: "console", severity, category: null, plan: this.#plan, tier: null } as const;
    this.#add(at, { kind: "opened", ...opening, policyVersion });
    if (this.#targets.get(this.#plan)?.size === 0) this.#changePlan(at, this.#plan, "plan");
  }

  rules(version: string): RunnablePolicy {
    const found = this.#versions[Number(version)];
    if (found === undefined) throw new ScenarioError(`There is no policy version ${version}.`);
    return found;
  }

  tell(event: Fields, name: string): void {
    const at = instantOf(event.at, `${name}.at`);
    this.now = Math.max(this.now, at);
    const type = choiceOf(event.type, EVENT_TYPES, `${name}.type`);
    switch (type) {
      case "reply":
        return this.#add(at, messageOf(event, name, true));
      case "note":
        return this.#add(at, messageOf(event, name, false));
      case "status":
        return this.#add(at, stateOf(event, name));
      case "severity":
        return this.#assess(at, event, name);
      case "plan":
        return this.#changePlan(at, textOf(event.to, `${name}.to`), `${name}.to`);
      case "policy":
        return this.#changePolicy(at, event, name);
      case "schedule":
        return this.#changeSchedule(at, event, name);
      case "merge":
        return this.#add(at, { kind: "merged-into", ticket: nameOf(event.into, `${name}.into`) ?? "" });
      // Neither an assignment nor our own «on hold» touches what a customer was promised (C3, C5); what
      // was split off has a clock of its own on the new ticket (C12).
      case "assign":
      case "pause":
      case "split":
        return;
    }
  }

  #add(at: Instant, change: ClockChange): void {
    this.events.push({ at, seq: this.events.length + 1, ...change });
  }

  #publish(): string {
    const version = String(this.#versions.length);
    this.#versions.push(scenarioPolicy(version, this.#schedule, this.#targets));
    return version;
  }

  #assess(at: Instant, event: Fields, name: string): void {
    const to = nameOf(event.to, `${name}.to`);
    if (to === null) throw new ScenarioError(`«${name}.to» must be a severity.`);
    this.#add(at, { kind: "severity", to });
  }

  #changePlan(at: Instant, plan: string, name: string): void {
    const targets = this.#targets.get(plan);
    if (targets === undefined) {
      const known = [...this.#targets.keys()].join(", ");
      throw new ScenarioError(`«${name}» must be a plan with known targets: ${known}.`);
    }
    this.#plan = plan;
    const subscription = targets.size === 0 ? "lapsed" : "active";
    this.#add(at, { kind: "plan", plan, tier: null, subscription });
  }

  #changePolicy(at: Instant, event: Fields, name: string): void {
    const changed = targetsOf(event.targets, `${name}.targets`);
    const before = this.#targets.get(this.#plan) ?? new Map();
    const targets = changed.has("*") ? changed : new Map([...before, ...changed]);
    this.#targets = new Map([...this.#targets, [this.#plan, targets]]);
    this.#add(at, { kind: "policy", policyVersion: this.#publish() });
  }

  #changeSchedule(at: Instant, event: Fields, name: string): void {
    this.#schedule = scheduleOf(event, name, this.#schedule);
    const policyVersion = this.#publish();
    this.#add(at, { kind: "schedule", calendar: SCENARIO_CALENDAR, policyVersion, effectiveAt: at });
  }
}

const EVENT_TYPES = [
  "reply",
  "note",
  "assign",
  "status",
  "severity",
  "plan",
  "policy",
  "schedule",
  "pause",
  "merge",
  "split",
] as const;

function messageOf(event: Fields, name: string, isPublicByDefault: boolean): ClockChange {
  const by = choiceOf(event.by, AUTHOR_KINDS, `${name}.by`);
  const isPublic = event.public ?? isPublicByDefault;
  if (typeof isPublic !== "boolean") throw new ScenarioError(`«${name}.public» must be true or false.`);
  return { kind: "message", by, isPublic };
}

const STATES: ReadonlyMap<unknown, TicketState> = new Map([
  ["solved", "resolved"],
  ["resolved", "resolved"],
  ["closed", "closed"],
  ["open", "open"],
  ["waiting_on_customer", "waiting-on-customer"],
  ["waiting_on_us", "waiting-on-us"],
]);

function stateOf(event: Fields, name: string): ClockChange {
  const to = STATES.get(event.to);
  if (to === undefined) {
    throw new ScenarioError(`«${name}.to» must be one of ${[...STATES.keys()].join(", ")}.`);
  }
  const author = choiceOf(event.by, AUTHOR_KINDS, `${name}.by`);
  const by: StateMover = author === "ai" ? "automation" : author;
  return { kind: "state", to, by };
}
