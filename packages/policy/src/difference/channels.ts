import type { Access, Plan, Policy } from "../types.ts";
import {
  asWritten,
  type Change,
  type ChangeKind,
  changeAt,
  compose,
  joined,
  type Said,
  type Spot,
  said,
} from "./change.ts";
import { namedLimits } from "./plan-words.ts";
import { aboutPlan } from "./plans.ts";
import { paired, valueChanges } from "./values.ts";

const ACCESS: Readonly<Record<Access, Said>> = {
  included: said("included", "enthalten"),
  recommended: said("included, recommended", "enthalten, empfohlen"),
  "on-request": said("on request", "auf Anfrage"),
  "extra-fee": said("for a fee", "gegen Aufpreis"),
  unstated: said("not stated", "nicht angegeben"),
  "not-included": said("not included", "nicht enthalten"),
};

/** A version of another program may know a word that this one does not; it then stands for itself. */
const accessWords = (access: Access): Said => ACCESS[access] ?? asWritten(access);

/** Null where two ways of having a channel cannot be weighed against each other. */
const WEIGHT: Readonly<Record<Access, number | null>> = {
  included: 3,
  recommended: 3,
  "on-request": 2,
  "extra-fee": 1,
  unstated: null,
  "not-included": 0,
};

function kindOf(before: Access, after: Access): ChangeKind {
  const [old, now] = [WEIGHT[before], WEIGHT[after]];
  if (old === null || now === null || old === now) return "changed";
  return now > old ? "better" : "worse";
}

const accessOf = (plan: Plan, channel: string): Access =>
  (Object.hasOwn(plan.access, channel) ? plan.access[channel] : undefined) ?? "not-included";

function accessChange(spot: Spot, name: string, before: Access, after: Access): Change {
  const [old, now] = [accessWords(before), accessWords(after)];
  const gained = before === "not-included";
  const lost = after === "not-included";
  if (!gained && !lost) return changeAt(spot, old, now, { otherwise: kindOf(before, after) });
  const how = gained ? after : before;
  const words = (locale: "en" | "de") =>
    how === "included" ? name : `${name} (${accessWords(how)[locale]})`;
  const text = compose(words);
  return changeAt(spot, gained ? null : text, gained ? text : null, {
    sentence: compose((locale) => {
      const place = spot.plan?.name ?? (locale === "de" ? "jedem Plan" : "every plan");
      if (locale === "de") return `${gained ? "Neu" : "Nicht mehr"} bei ${place}: ${words(locale)}`;
      return `${gained ? "New" : "No longer"} on ${place}: ${words(locale)}`;
    }),
  });
}

type Shared = { readonly before: Plan; readonly after: Plan };

function accessChanges(before: Policy, after: Policy): Change[] {
  const shared = paired(before.plans, after.plans).flatMap((pair): Shared[] =>
    pair.before === null || pair.after === null ? [] : [{ before: pair.before, after: pair.after }],
  );
  return paired(before.channels, after.channels).flatMap((pair) => {
    const name = (pair.after ?? pair.before)?.name ?? pair.id;
    const steps = shared.map((plan) => ({
      plan: plan.after.id,
      old: accessOf(plan.before, pair.id),
      now: accessOf(plan.after, pair.id),
    }));
    const spotOf = (plan: Change["plan"]): Spot => ({
      id: `channels/${pair.id}/${plan?.id ?? "any"}`,
      topic: "channels",
      plan,
      subject: { kind: "channel", id: pair.id },
      label: plan === null ? asWritten(name) : said(`${name} on ${plan.name}`, `${name} bei ${plan.name}`),
    });
    const changed = steps.filter((step) => step.old !== step.now);
    const [first] = changed;
    const isEverywhere =
      steps.length > 1 &&
      changed.length === steps.length &&
      changed.every((step) => step.old === first?.old && step.now === first.now);
    if (first !== undefined && isEverywhere) return [accessChange(spotOf(null), name, first.old, first.now)];
    return changed.map((step) =>
      accessChange(spotOf(aboutPlan(before, after, step.plan)), name, step.old, step.now),
    );
  });
}

/** What narrows a channel on one plan. */
function narrowingChanges(before: Policy, after: Policy): Change[] {
  return paired(before.plans, after.plans).flatMap(({ id, before: old, after: now }) => {
    if (old === null || now === null) return [];
    const plan = aboutPlan(before, after, id);
    return paired(before.channels, after.channels).flatMap(({ id: channel, ...sides }) => {
      const name = (sides.after ?? sides.before)?.name ?? channel;
      const spot: Spot = {
        id: `channels/${channel}/${id}/limits`,
        topic: "channels",
        plan,
        subject: { kind: "channel", id: channel },
        label: said(`${name} on ${plan.name}`, `${name} bei ${plan.name}`),
      };
      const isKept = accessOf(old, channel) !== "not-included" && accessOf(now, channel) !== "not-included";
      if (!isKept) return [];
      return valueChanges(
        spot,
        namedLimits(before, old.limits?.[channel]),
        namedLimits(after, now.limits?.[channel]),
      );
    });
  });
}

/** What a plan that comes or goes has, in one line. */
function wholePlans(before: Policy, after: Policy): Change[] {
  return paired(before.plans, after.plans).flatMap((pair) => {
    if (pair.before !== null && pair.after !== null) return [];
    const list = (policy: Policy, plan: Plan | null): Said | null => {
      if (plan === null) return null;
      const has = policy.channels.filter((channel) => accessOf(plan, channel.id) !== "not-included");
      return compose((locale) =>
        joined(
          has.map(({ id, name }) => {
            const access = accessOf(plan, id);
            return access === "included" ? name : `${name} (${accessWords(access)[locale]})`;
          }),
          locale,
        ),
      );
    };
    const [old, now] = [list(before, pair.before), list(after, pair.after)];
    if ((old ?? now)?.en === "") return [];
    const plan = aboutPlan(before, after, pair.id);
    const label = said(`Channels of ${plan.name}`, `Kanäle von ${plan.name}`);
    const subject = { kind: "plan", id: pair.id };
    return [changeAt({ id: `channels/any/${pair.id}`, topic: "channels", plan, subject, label }, old, now)];
  });
}

/** What each plan gains and loses, and what is said of the channels themselves. */
export function channelChanges(before: Policy, after: Policy): Change[] {
  const access = accessChanges(before, after);
  const own = paired(before.channels, after.channels).flatMap(({ id, before: old, after: now }) => {
    const label = asWritten((now ?? old)?.name ?? id);
    const spot: Spot = {
      id: `channels/${id}`,
      topic: "channels",
      plan: null,
      subject: { kind: "channel", id },
      label,
    };
    if (old !== null && now !== null) {
      if (old.isOfficial === now.isOfficial) return valueChanges(spot, old, now);
      const { isOfficial: _, ...oldRest } = old;
      const { isOfficial, ...rest } = now;
      const words = (official: boolean) =>
        official ? said("official", "offiziell") : said("not official", "nicht offiziell");
      const otherwise = isOfficial ? "better" : "worse";
      const change = changeAt({ ...spot, id: `${spot.id}/official` }, words(!isOfficial), words(isOfficial), {
        otherwise,
      });
      return [change, ...valueChanges(spot, oldRest, rest)];
    }
    if (access.some((change) => change.subject.id === id)) return [];
    const whole = { ...spot, label: said("Channel", "Kanal") };
    return [changeAt(whole, old === null ? null : label, now === null ? null : label)];
  });
  return [...access, ...narrowingChanges(before, after), ...wholePlans(before, after), ...own];
}
