import { CalendarError, formatInstant, parseInstant } from "@troth/business-time";
import {
  type Bindings,
  bindCalendar,
  type Due,
  dueOf,
  durationText,
  overruled,
  type Policy,
  planText,
  type RunnablePolicy,
  type TargetQuestion,
  targetOf,
} from "@troth/policy";
import {
  type Arguments,
  type CommandResult,
  command,
  folderOf,
  json,
  needed,
  refusal,
  type Surroundings,
  success,
  WrongUse,
} from "./command.ts";
import { readHolidays } from "./holidays-file.ts";
import { loadPolicy } from "./load.ts";
import { localTime } from "./local-time.ts";
import { metricOf, pricingPlan, severityOf, supportPlan, tierOf, unknown } from "./names.ts";
import { type Asked, compareReceipts, type ReceiptJson, readReceipt, receiptOf } from "./receipt.ts";
import { textTable } from "./text-table.ts";

const help = `Usage: troth due DIR --plan P [--tier T] --severity S [--intake DOOR] [--metric M] --at INSTANT [--json]
       troth due DIR --receipt FILE

Prints when an answer is due, and the receipt: every interval that counts or is skipped, and why.

  --plan P          a support plan (enterprise), else a pricing plan (launch)
  --tier T          the tier of the contract; the plan's default when left out
  --severity S      id or name (1, Critical)
  --intake DOOR     console (when left out), portal, email, api or agent
  --category K      what the request is about
  --metric M        what is measured; first-response when left out
  --at INSTANT      when the clock starts, e.g. 2026-07-02T15:30:00-04:00
  --when NAME       the condition of targets that name one
  --zone Z          binds the zone of a calendar that leaves it to the customer
  --holidays FILE   binds its closed dates: one date a line, or a JSON array
  --receipt FILE    recomputes a receipt that --json printed; exit code 1 when it differs

Examples:
  troth due policies/neon-2024-09 --plan enterprise --tier standard --severity 2 --at 2026-07-02T15:30:00-04:00
  troth due policies/neon-2024-09 --plan launch --severity 3 --intake email --at 2026-07-02T15:30:00Z --json
`;

const INTAKES = ["console", "portal", "email", "api", "agent"] as const;

function questionOf(given: Arguments, policy: Policy): TargetQuestion {
  const name = needed(given, "plan");
  const chosen = supportPlan(policy, name);
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
  const door = given.text("intake") ?? "console";
  const intake = INTAKES.find((one) => one === door);
  if (intake === undefined) throw new WrongUse(unknown("door", door, INTAKES, "a desk"));
  const category = given.text("category");
  const categories = policy.categories.map((one) => one.id);
  if (category !== null && !categories.includes(category))
    throw new WrongUse(unknown("category", category, categories));
  return {
    plan: plan.id,
    tier: tier?.id ?? plan.defaultTier,
    severity: severityOf(policy, needed(given, "severity")).id,
    intake,
    category,
    metric: metricOf(policy, given.text("metric") ?? "first-response"),
    when: given.text("when"),
  };
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

function startOf(given: Arguments): number {
  try {
    return parseInstant(needed(given, "at"));
  } catch (error) {
    if (error instanceof CalendarError) throw new WrongUse(`--at: ${error.message}`);
    throw error;
  }
}

const NOTHING: Due = { due: null, firmness: "none", op: "within", rows: [] };

/** Answers a question against the policy, with the calendar of its target bound where the asker binds it. */
function answer(
  runnable: RunnablePolicy,
  asked: Asked,
): { readonly receipt: ReceiptJson; readonly note: string } {
  const { policy } = runnable;
  const target = targetOf(policy, asked.question);
  const name = target?.lowered?.calendar;
  const calendar = name === undefined ? undefined : policy.calendars[name];
  if (target === null || calendar === undefined) {
    return {
      receipt: receiptOf(target === null ? NOTHING : dueOf(runnable, target, 0), target, asked, policy),
      note: "",
    };
  }
  if (calendar.leftOpen.zone !== null && asked.bindings.zone === undefined) {
    throw new WrongUse(
      `${calendar.name} runs in the zone of the ${calendar.leftOpen.zone}; name it with --zone.`,
    );
  }
  const isBound = asked.bindings.zone !== undefined || asked.bindings.holidays !== undefined;
  const bound = isBound ? bindCalendar(runnable, calendar.id, asked.bindings) : runnable;
  const isOverruled = calendar.schedules.length > 0 && overruled(calendar, asked.bindings);
  const note = isOverruled
    ? `Note: ${calendar.name} states its own zone and holidays; yours were used instead.\n`
    : "";
  return { receipt: receiptOf(dueOf(bound, target, parseInstant(asked.at)), target, asked, policy), note };
}

/** The zone a receipt is told in: that of its calendar, of the first desk where it has several. */
function zoneOf({ target, asked }: ReceiptJson, policy: Policy): string {
  const calendar = policy.calendars[target?.lowered?.calendar ?? ""];
  return asked.bindings.zone ?? calendar?.schedules[0]?.zone ?? "UTC";
}

function wordsOf(receipt: ReceiptJson, policy: Policy): string {
  const { question } = receipt.asked;
  const plan = policy.plans.find((one) => one.id === question.plan);
  const tier = plan?.tiers.find((one) => one.id === question.tier) ?? null;
  const who = plan === undefined ? question.plan : planText(plan, tier);
  if (receipt.due === null)
    return `No due time: the policy promises none here (${who}, severity ${question.severity}).\n`;
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
  const head = `${receipt.op === "less-than" ? "Before" : "By"} ${localTime(receipt.due, zone)} ${zone} (${receipt.due}), ${receipt.firmness}: ${figure}, ${who}, severity ${question.severity}\n`;
  return `${head}\n${textTable([["from", "to", "counts", "why", "from (UTC)", "to (UTC)"], ...rows])}`;
}

function recompute(file: string, runnable: RunnablePolicy, surroundings: Surroundings): CommandResult {
  const text = surroundings.readFile(file);
  if (text === null) throw new WrongUse(`There is no file ${file}.`);
  const old = readReceipt(file, text);
  const fresh = answer(runnable, old.asked).receipt;
  const differences = compareReceipts(old, fresh);
  if (differences.length === 0)
    return success(`Equal: due ${fresh.due ?? "never"}, ${fresh.rows.length} rows.\n`);
  return refusal("", `${differences.join("\n")}\n`);
}

const options = {
  plan: "text",
  tier: "text",
  severity: "text",
  intake: "text",
  category: "text",
  metric: "text",
  at: "text",
  when: "text",
  zone: "text",
  holidays: "text",
  receipt: "text",
} as const;

export const due = command(
  { name: "due", summary: "print when an answer is due, and why", help, options },
  (given, surroundings) => {
    const loaded = loadPolicy(folderOf(given), surroundings);
    if ("refused" in loaded) return loaded.refused;
    const { policy } = loaded.policy;
    try {
      const file = given.text("receipt");
      if (file !== null) return recompute(file, loaded.policy, surroundings);
      const asked = {
        question: questionOf(given, policy),
        at: formatInstant(startOf(given)),
        bindings: bindingsOf(given, surroundings),
      };
      const { receipt, note } = answer(loaded.policy, asked);
      return success(given.has("json") ? json(receipt) : wordsOf(receipt, policy), note);
    } catch (error) {
      if (error instanceof CalendarError) throw new WrongUse(error.message);
      throw error;
    }
  },
);
