import type { Access, Channel } from "../types.ts";
import { choice, fields, many, may, named, need, type Read } from "./shape.ts";
import { address, id, intake, text, yesNo } from "./words.ts";

export const links = named(
  fields({ label: need(text, "the words of the link"), href: need(address, "where it leads") }),
);
export type LinksForm = Read<typeof links>;

export const pricing = named(
  fields(
    {
      name: may(text, "what customers call it"),
      paid: may(yesNo, "whether one pays for it; yes when left out"),
      also: may(many(id), "other names the vendor's systems use for it"),
    },
    "name",
  ),
);
export type PricingForm = Read<typeof pricing>;

const access = choice<Access>(
  new Map([
    ["included", "included"],
    ["yes", "included"],
    ["on-request", "on-request"],
    ["extra-fee", "extra-fee"],
    ["recommended", "recommended"],
    ["not-included", "not-included"],
    ["no", "not-included"],
    ["unstated", "unstated"],
  ] as const),
  "unstated",
);

export const plans = named(
  fields({
    name: may(text, "what customers call it"),
    summary: may(text, "one sentence on what it gives"),
    includes: may(id, "the plan whose channels it takes over"),
    pricing: may(many(id), "the pricing plans that carry it"),
    tiers: may(named(fields({ name: may(text, "what customers call it") }, "name")), "tiers inside the plan"),
    defaultTier: may(id, "the tier of an account that names none"),
    channels: may(
      named(fields({ access: may(access, "included, on-request, extra-fee …") }, "access")),
      "the channels it adds",
    ),
    clause: may(id, "the section of the page that describes it"),
  }),
);
export type PlansForm = Read<typeof plans>;

const channelKind = choice<Channel["kind"]>(
  new Map(
    (["ticket", "priority", "chat", "community", "email", "video", "targets", "other"] as const).map(
      (word) => [word, word],
    ),
  ),
  "other",
);

export const channels = named(
  fields({
    name: need(text, "what customers call it"),
    kind: need(
      channelKind,
      "what the desk runs on it: ticket, priority, chat, community, email, video, targets, other",
    ),
    official: may(yesNo, "no for a place where the vendor promises nothing"),
    link: may(id, "the link that leads there"),
    note: may(text, "a footnote for the page"),
    doors: may(many(intake), "the doors through which one reaches it"),
    roles: may(many(id), "the members' roles that may use it; all when left out"),
  }),
);
export type ChannelsForm = Read<typeof channels>;

export const exception = fields({
  plan: need(id, "the support plan it is for"),
  door: may(intake, "the door it opens; any when left out"),
  category: need(id, "the category it is limited to"),
  note: need(text, "one sentence that says what is open and what is not promised"),
  clause: may(id, "the section of the page that says so"),
});
export type ExceptionForm = Read<typeof exception>;
