import { CalendarError, formatInstant, parseInstant } from "@troth/business-time";
import {
  type Bindings,
  durationText,
  type Firmness,
  type Policy,
  planNamed,
  planText,
  type TargetQuestion,
} from "@troth/policy";
import { answer } from "./answer.ts";
import { checkReceipt } from "./check-receipt.ts";
import {
  type Arguments,
  type CommandResult,
  command,
  folderOf,
  foldersOf,
  json,
  needed,
  type Surroundings,
  success,
  WrongUse,
} from "./command.ts";
import { readHolidays } from "./holidays-file.ts";
import { loadPolicy } from "./load.ts";
import { localTime } from "./local-time.ts";
import { metricOf, pricingPlan, severityOf, tierOf, unknown } from "./names.ts";
import { type ReceiptJson, receiptOf } from "./receipt.ts";
import { textTable } from "./text-table.ts";

const help = `Usage: troth due DIR --plan P [--tier T] [--severity S] [--intake DOOR] [--metric M] --at INSTANT [--json]
       troth due DIR [DIR …] --receipt FILE

Prints when an answer is due, and the receipt: every interval that counts or is skipped, and why.
With --receipt it computes one again, from the folders of the policy versions that the receipt names,
and says equal (exit code 0) or where it differs (exit code 1).

  --plan P          a support plan (enterprise), else a pricing plan (launch); * for targets of any
  --add-on A,B      what is bought beside it
  --cohort A,B      the cohorts the customer belongs to
  --tier T          the tier of the contract; the plan's default when left out
  --severity S      id or name (1, Critical); the policy's default when left out, * for targets of any
  --intake DOOR     console (when left out), portal, email, api or agent
  --channel C       the channel, for targets that name one; those behind the door when left out
  --category K      what the request is about
  --metric M        what is measured; first-response when left out
  --at INSTANT      when the clock starts, e.g. 2026-07-02T15:30:00-04:00
  --when NAME       the condition of targets that name one
  --opened INSTANT  when the request came, for targets by the hour of opening; --at when left out
  --language L      the language of the request, for calendars that differ by it, e.g. ja
  --region R        the customer's region, for calendars that differ by it
  --zone Z          binds the zone of a calendar that leaves it to the customer
  --holidays FILE   binds its closed dates: one date a line, or a JSON array
  --receipt FILE    a receipt that --json printed, or that a desk gave for a ticket

Examples:
  troth due policies/neon-2024-09 --plan enterprise --tier standard --severity 2 --at 2026-07-02T15:30:00-04:00
  troth due policies/neon-2024-09 --plan launch --severity 3 --intake email --at 2026-07-02T15:30:00Z --json
  troth due policies/neon-2024-09 --receipt troth-receipt-12.json
`;

const INTAKES = ["console", "portal", "email", "api", "agent"] as const;

/** The plan and tier that are asked about; `*` asks for what holds on any plan. */
function planIn(given: Arguments, policy: Policy): Pick<TargetQuestion, "plan" | "tier"> {
  const name = needed(given, "plan");
  if (name === "*") return { plan: name, tier: null };
  const chosen = planNamed(policy, name);
  const plan = chosen?.plan ?? policy.plans.find((one) => one.id === pricingPlan(policy, name)?.plan);
  if (plan === undefined) {
    throw new WrongUse(
      unknown(
        "plan",
        name,
        [...policy.plans, ...policy.pricing].map((one) => one.id),
      ),
    );
  }
  const tier = tierOf(plan, given.text("tier")) ?? chosen?.tier ?? null;
  return { plan: plan.id, tier: tier?.id ?? plan.defaultTier };
}

function questionOf(given: Arguments, policy: Policy): TargetQuestion {
  const door = given.text("intake") ?? "console";
  const intake = INTAKES.find((one) => one === door);
  if (intake === undefined) throw new WrongUse(unknown("door", door, INTAKES, "a desk"));
  const category = given.text("category");
  const categories = policy.categories.map((one) => one.id);
  if (category !== null && !categories.includes(category))
    throw new WrongUse(unknown("category", category, categories));
  const addOns = given.text("add-on");
  const channel = given.text("channel");
  const channels = policy.channels.map((one) => one.id);
  if (channel !== null && !channels.includes(channel))
    throw new WrongUse(unknown("channel", channel, channels));
  return {
    ...planIn(given, policy),
    severity: severityIn(given, policy),
    intake,
    category,
    metric: metricOf(policy, given.text("metric") ?? "first-response"),
    when: given.text("when"),
    ...(addOns === null ? {} : { addOns: addOns.split(",").map((one) => addOnIn(one.trim(), policy)) }),
    ...(given.text("cohort") === null ? {} : { cohorts: cohortsIn(needed(given, "cohort"), policy) }),
    ...(channel === null ? {} : { channel }),
    ...(given.text("language") === null ? {} : { language: needed(given, "language") }),
    ...(given.text("region") === null ? {} : { region: regionIn(given, policy) }),
  };
}

function cohortsIn(names: string, policy: Policy): string[] {
  const known = (policy.cohorts ?? []).map(({ id }) => id);
  return names.split(",").map((one) => {
    const name = one.trim();
    if (!known.includes(name)) throw new WrongUse(unknown("cohort", name, known));
    return name;
  });
}

function addOnIn(name: string, policy: Policy): string {
  const known = policy.plans.filter((one) => one.addOn !== undefined);
  const found = planNamed(policy, name)?.plan;
  if (found?.addOn !== undefined) return found.id;
  throw new WrongUse(
    unknown(
      "add-on",
      name,
      known.map((one) => one.id),
    ),
  );
}

/** `*` asks for what holds at any severity. */
function severityIn(given: Arguments, policy: Policy): string {
  const name = given.text("severity");
  if (name === "*") return name;
  return name === null ? policy.defaultSeverity : severityOf(policy, name).id;
}

function regionIn(given: Arguments, policy: Policy): string {
  const name = needed(given, "region");
  const calendars = Object.values(policy.calendars);
  const known = calendars.flatMap(({ regions, instead }) => [
    ...(regions ?? []).map(({ id }) => id),
    ...(instead ?? []).flatMap(({ region }) => region ?? []),
  ]);
  const found = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new WrongUse(unknown("region", name, known));
  return found;
}

function bindingsOf(given: Arguments, surroundings: Surroundings): Bindings {
  const zone = given.text("zone");
  const file = given.text("holidays");
  const text = file === null ? null : surroundings.readFile(file);
  if (file !== null && text === null) throw new WrongUse(`There is no file ${file}.`);
  return {
    ...(zone === null ? {} : { zone }),
    ...(file === null || text === null ? {} : { holidays: readHolidays(file, text) }),
  };
}

function instantOf(given: Arguments, option: string): number {
  try {
    return parseInstant(needed(given, option));
  } catch (error) {
    if (error instanceof CalendarError) throw new WrongUse(`--${option}: ${error.message}`);
    throw error;
  }
}

/** The zone a receipt is told in: that of its calendar, of the first desk where it has several. */
function zoneOf({ target, asked }: ReceiptJson, policy: Policy): string {
  const calendar = policy.calendars[target?.lowered?.calendar ?? ""];
  return asked.bindings.zone ?? calendar?.schedules[0]?.zone ?? "UTC";
}

const WITHOUT_FIGURE: Partial<Readonly<Record<Firmness, string>>> = {
  "best-effort": "best effort, without a figure",
  "per-contract": "the contract says it",
  unstated: "the policy states none",
  none: "the policy does not offer it here",
};

function whyNone({ target, firmness }: ReceiptJson): string {
  const said = target === null ? undefined : WITHOUT_FIGURE[firmness];
  return said ?? "the policy promises none here";
}

function wordsOf(receipt: ReceiptJson, policy: Policy): string {
  const { question } = receipt.asked;
  const plan = policy.plans.find((one) => one.id === question.plan);
  const tier = plan?.tiers.find((one) => one.id === question.tier) ?? null;
  const base = plan === undefined ? question.plan : planText(plan, tier);
  const beside = (question.addOns ?? []).map((id) => policy.plans.find((one) => one.id === id)?.name ?? id);
  const isUnscaled = question.severity === "any" && policy.severities.length === 1;
  const level = isUnscaled ? "" : `, severity ${question.severity}`;
  const who = `${[base, ...beside].join(" with ")}${level}`;
  if (receipt.due === null) return `No due time: ${whyNone(receipt)} (${who}).\n`;
  const figure = receipt.target === null ? "" : durationText({ ...receipt.target, rangeLow: null });
  const zone = zoneOf(receipt, policy);
  const rows = receipt.rows.map((row) => [
    localTime(row.from, zone),
    localTime(row.to, zone),
    row.reason === "open" || row.businessMs > 0 ? `${row.businessMs / 60_000} min` : "nothing",
    row.name === null ? row.reason : `${row.reason}: ${row.name}`,
    row.from,
    row.to,
  ]);
  const head = `${receipt.op === "less-than" ? "Before" : "By"} ${localTime(receipt.due, zone)} ${zone} (${receipt.due}), ${receipt.firmness}: ${figure}, ${who}\n`;
  return `${head}\n${textTable([["from", "to", "counts", "why", "from (UTC)", "to (UTC)"], ...rows])}`;
}

const options = {
  plan: "text",
  "add-on": "text",
  cohort: "text",
  channel: "text",
  tier: "text",
  severity: "text",
  intake: "text",
  category: "text",
  metric: "text",
  at: "text",
  when: "text",
  opened: "text",
  language: "text",
  region: "text",
  zone: "text",
  holidays: "text",
  receipt: "text",
} as const;

export const due = command(
  { name: "due", summary: "print when an answer is due, and why", help, options },
  (given, surroundings) => {
    try {
      const file = given.text("receipt");
      return file === null ? ask(given, surroundings) : checkReceipt(file, foldersOf(given), surroundings);
    } catch (error) {
      if (error instanceof CalendarError) throw new WrongUse(error.message);
      throw error;
    }
  },
);

function ask(given: Arguments, surroundings: Surroundings): CommandResult {
  const loaded = loadPolicy(folderOf(given), surroundings);
  if ("refused" in loaded) return loaded.refused;
  const { policy } = loaded.policy;
  const asked = {
    question: questionOf(given, policy),
    at: formatInstant(instantOf(given, "at")),
    ...(given.text("opened") === null ? {} : { opened: formatInstant(instantOf(given, "opened")) }),
    bindings: bindingsOf(given, surroundings),
  };
  const answered = answer(loaded.policy, asked);
  const receipt = receiptOf(answered, asked);
  // A reader of JSON wants JSON alone; what the note says stands in what was asked and in the calendar.
  return given.has("json") ? success(json(receipt)) : success(wordsOf(receipt, policy), answered.note);
}
