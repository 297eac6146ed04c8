import { LIMITS } from "@troth/core";
import type { RunnablePolicy } from "@troth/policy";
import type { Workspace } from "../../ports/store.ts";
import type { Vault } from "../../ports/vault.ts";
import type { WholeOrganisation } from "../../verbs/directory/read-organisation.ts";
import { readable } from "../../verbs/person/keys.ts";
import type { AgentSelf, Me, TicketForm } from "../../verbs/person/read-me.ts";
import { presentFileLimits } from "./attachment.ts";
import { presentSupportEnd } from "./conduct.ts";
import { copy } from "./copy.ts";
import { presentForm } from "./form.ts";
import { presentOwnIncident } from "./incident.ts";
import { wireInstant } from "./instant.ts";
import {
  presentCategory,
  presentChannels,
  presentEntitlement,
  presentExceptions,
  presentSeverity,
  presentWorkspace,
} from "./policy.ts";
import { presentPolicyChange } from "./policy-change.ts";

export function presentMe(vault: Vault, workspace: Workspace, me: Me) {
  const { member, shelved, plan, tier } = me;
  const { policy } = shelved.runnable;
  return {
    person: readable(vault, member),
    role: member.role,
    organisation: { id: member.organisation.externalId, name: member.organisation.name },
    subscription: {
      pricing: member.subscription.pricing,
      pricingName: policy.pricing.find(({ id }) => id === member.subscription.pricing)?.name ?? null,
      state: member.subscription.state,
      plan: plan && { id: plan.id, name: plan.name },
      tier: tier && { id: tier.id, name: tier.name },
    },
    channels: presentChannels(policy, plan),
    tickets: presentEntitlement(me.tickets),
    exceptions: presentExceptions(policy, plan, me.tickets),
    supportEnd: member.supportEnd && presentSupportEnd(vault, member.supportEnd),
    unreadAnswers: me.unreadAnswers,
    policyChange: me.policyChange && presentPolicyChange(workspace, me.policyChange),
    workspace: presentWorkspace(workspace, shelved),
  };
}

/** The signed-in agent, with the hours of the calendar that the policy's own targets count on. */
export function presentAgentMe(
  vault: Vault,
  workspace: Workspace,
  { agent, shelved, awayUntil, now }: AgentSelf,
  hasMeetings: boolean,
) {
  return {
    person: readable(vault, agent),
    role: agent.role,
    workspace: presentWorkspace(workspace, shelved),
    desk: presentHours(shelved.runnable, now),
    awayUntil: awayUntil === null ? null : wireInstant(awayUntil),
    hasMeetings,
  };
}

/** The zone of the hours that the policy's targets count on; null where none of them has one. */
export function vendorZone(runnable: RunnablePolicy, now: number): string | null {
  return presentHours(runnable, now)?.zone ?? null;
}

function presentHours({ policy, calendars }: RunnablePolicy, now: number) {
  const counted = policy.targets
    .map(({ lowered }) => lowered?.calendar)
    .find((id) => id && !calendars.get(id)?.isAlways);
  const calendar = counted === undefined ? undefined : calendars.get(counted);
  const zone = calendar?.schedules[0]?.zone;
  if (counted === undefined || !calendar || zone === undefined) return null;
  const change = calendar.nextChange(now);
  return {
    calendar: policy.calendars[counted]?.name ?? counted,
    zone,
    isOpen: calendar.isOpen(now),
    changesAt: change && wireInstant(change.at),
  };
}

export function presentTicketForm(
  vault: Vault,
  workspace: Workspace,
  { me, projects, incidents }: TicketForm,
) {
  const { policy } = me.shelved.runnable;
  return {
    me: presentMe(vault, workspace, me),
    categories: policy.categories.map((category) => presentCategory(category, policy)),
    severities: policy.severities.map(presentSeverity),
    defaultSeverity: policy.defaultSeverity,
    projects: projects.map(copy),
    incidents: incidents.map(presentOwnIncident),
    ...presentForm(policy, me.plans, me.member.organisation.facts.products ?? []),
    limits: {
      description: LIMITS.descriptionCharacters,
      businessImpact: LIMITS.businessImpactCharacters,
      attachments: presentFileLimits(policy),
    },
  };
}

function presentSubscription({ at, facts = {}, ...rest }: WholeOrganisation["timeline"][number]) {
  const { boughtAt, addOns, contract } = facts;
  return {
    at: wireInstant(at),
    ...rest,
    ...(addOns === undefined ? {} : { addOns: [...addOns] }),
    ...(contract === undefined ? {} : { contract: copy(contract) }),
    ...(boughtAt === undefined
      ? {}
      : {
          boughtAt: Object.fromEntries(Object.entries(boughtAt).map(([plan, on]) => [plan, wireInstant(on)])),
        }),
  };
}

export function presentOrganisation(vault: Vault, organisation: WholeOrganisation) {
  const { customerSince, ...facts } = organisation.facts;
  return {
    id: organisation.externalId,
    name: organisation.name,
    ...copy(facts),
    ...(customerSince === undefined ? {} : { customerSince: wireInstant(customerSince) }),
    subscription: organisation.subscription && presentSubscription(organisation.subscription),
    timeline: organisation.timeline.map(presentSubscription),
    members: organisation.members.map((member) => ({
      ...readable(vault, member),
      id: member.subject,
      role: member.role,
      ...member.facts,
    })),
    projects: organisation.projects.map(copy),
  };
}
