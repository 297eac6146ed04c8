import { doorsOfKind } from "../doors.ts";
import { ALWAYS } from "../lower/calendars.ts";
import type { Access, Channel, ChannelLimits, Plan, Policy } from "../types.ts";
import type { Block, Item, Table } from "./blocks.ts";
import { listed } from "./references.ts";
import {
  after,
  calendarName,
  categoryNames,
  channelNames,
  clauses,
  languageNames,
  productNames,
  quotaWords,
  severityNames,
} from "./sentences.ts";

const ACCESS: Readonly<Record<Access, string>> = {
  included: "yes",
  "on-request": "on request",
  "not-included": "no",
  "extra-fee": "for a fee",
  recommended: "yes, recommended",
  unstated: "not stated",
};

/** What narrows a channel, in one line. */
function limitWords(policy: Policy, limits: ChannelLimits | undefined): string {
  if (limits === undefined) return "";
  return clauses(
    after("only for", categoryNames(policy, limits.categories)),
    after("only for", productNames(policy, limits.products)),
    after("only for", severityNames(policy, limits.severities)),
    after("only in", languageNames(policy, limits.languages)),
    limits.hours === undefined
      ? ""
      : limits.hours === ALWAYS
        ? "around the clock"
        : `hours: ${calendarName(policy, limits.hours)}`,
    limits.quota === undefined ? "" : quotaWords(limits.quota),
    limits.note,
  );
}

/** What is said of a channel for everybody. */
function noteOf(policy: Policy, channel: Channel): string {
  const usual = doorsOfKind(channel.kind);
  const isNarrowed =
    channel.doors.length > 0 &&
    (channel.doors.length !== usual.length || channel.doors.some((door) => !usual.includes(door)));
  return clauses(
    channel.note,
    limitWords(policy, channel.limits),
    after("only while this cannot be reached:", channelNames(policy, channel.fallbackFor)),
    channel.startedBy === "staff" ? "only our people start it" : "",
    after("who calls is proved by", channel.proof),
    after("we ask for", listed(channel.asks ?? [])),
    channel.startsClock === false ? "nothing said there starts a clock" : "",
    isNarrowed ? `reached by: ${listed(channel.doors)}` : "",
    after("only for the roles", listed(channel.roles ?? [])),
  );
}

/** The matrix: channels down, plans across, what narrows a single cell as a numbered note below. */
export function channelBlocks(policy: Policy): Block[] {
  const cellNotes: string[] = [];
  const cell = (plan: Plan, channel: Channel): string => {
    const access = plan.access[channel.id] ?? "not-included";
    const isOfPlanBeside = access === "not-included" && plan.addOn !== undefined;
    const words = isOfPlanBeside ? "as the plan" : ACCESS[access];
    const note = limitWords(policy, plan.limits?.[channel.id]);
    if (note === "" || plan.access[channel.id] === "not-included") return words;
    if (!cellNotes.includes(note)) cellNotes.push(note);
    return `${words} (${cellNotes.indexOf(note) + 1})`;
  };
  const table: Table = {
    kind: "table",
    caption: "Support channels by support plan",
    columns: ["Support channel", ...policy.plans.map((plan) => plan.name)],
    rows: policy.channels.map((channel) => ({
      heading: channel.isOfficial ? channel.name : `${channel.name} (not official)`,
      cells: policy.plans.map((plan) => cell(plan, channel)),
    })),
  };
  const items = (texts: readonly string[]): Item[] => texts.map((text) => ({ id: null, text }));
  const notes = policy.channels.flatMap((channel) => {
    const note = noteOf(policy, channel);
    return note === "" ? [] : [`${channel.name}: ${note}`];
  });
  return [
    table,
    ...(cellNotes.length > 0 ? [{ kind: "list" as const, isNumbered: true, items: items(cellNotes) }] : []),
    ...(notes.length > 0 ? [{ kind: "list" as const, isNumbered: false, items: items(notes) }] : []),
  ];
}
