import type { AddOn, ChannelLimits, Price } from "./limits.ts";
import type { Clause, Intake } from "./words.ts";

/** What a plan has of a channel. */
export type Access = "included" | "on-request" | "not-included" | "extra-fee" | "recommended" | "unstated";

export type Tier = {
  readonly id: string;
  readonly name: string;
  /** Other names the vendor's systems use for it, e.g. `enterprise_gold`. */
  readonly aliases?: readonly string[];
};

export type Plan = {
  readonly id: string;
  readonly name: string;
  /** 0 is the lowest. */
  readonly rank: number;
  readonly pricing: readonly string[];
  readonly tiers: readonly Tier[];
  readonly defaultTier: string | null;
  /** Channel id to access, inheritance resolved. */
  readonly access: Readonly<Record<string, Access>>;
  readonly summary: string;
  /** The plan whose channels it takes over; null when it stands alone. */
  readonly includes: string | null;
  readonly clause: Clause;
  readonly aliases?: readonly string[];
  /** Set for a plan that is bought beside another. */
  readonly addOn?: AddOn;
  readonly price?: Price;
  /** Channel id to what narrows it on this plan, inheritance resolved. */
  readonly limits?: Readonly<Record<string, ChannelLimits>>;
  /** Its customers keep it; nobody new can have it. */
  readonly isLegacy?: boolean;
};

export type PricingPlan = {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly isPaid: boolean;
  /** Other names the vendor's systems use for it, e.g. `launch_v3`. */
  readonly aliases: readonly string[];
  /** Its customers keep it; nobody new can have it. */
  readonly isLegacy?: boolean;
};

export type ChannelKind =
  | "ticket"
  | "priority"
  | "chat"
  | "community"
  | "email"
  | "video"
  | "targets"
  | "phone"
  | "call-back"
  | "screen-share"
  | "shared-channel"
  | "team"
  | "form"
  | "pager"
  | "status"
  | "api"
  | "other";

export type Channel = {
  readonly id: string;
  readonly name: string;
  /** What the desk runs on this channel. */
  readonly kind: ChannelKind;
  readonly isOfficial: boolean;
  readonly link: string | null;
  readonly note: string | null;
  /** The doors through which it is reached; empty for a channel that no door of ours serves. */
  readonly doors: readonly Intake[];
  /** Roles that may use it; null when every member may. */
  readonly roles: readonly string[] | null;
  readonly limits?: ChannelLimits;
  /** Open only while all of these cannot be reached. */
  readonly fallbackFor?: readonly string[];
  /** Set where the requester cannot start it. */
  readonly startedBy?: "staff";
  /** What proves who is calling, in words. */
  readonly proof?: string;
  /** Fields it asks for, e.g. `callback-number`. */
  readonly asks?: readonly string[];
  /** False where nothing said there starts a clock. */
  readonly startsClock?: boolean;
};
