import type { Access, Channel } from "../types.ts";
import { choice, fields, many, may, named, need, type Read } from "./shape.ts";
import { address, id, idOf, intake, text, yesNo } from "./words.ts";

export const links = named(
  fields({ label: need(text, "the words of the link"), href: need(address, "where it leads") }),
  { defines: "link" },
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
  { defines: "pricing" },
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
    includes: may(idOf("plan"), "the plan whose channels it takes over"),
    pricing: may(many(idOf("pricing")), "the pricing plans that carry it"),
    tiers: may(
      named(fields({ name: may(text, "what customers call it") }, "name"), { defines: "tier" }),
      "tiers inside the plan",
    ),
    defaultTier: may(idOf("tier"), "the tier of an account that names none"),
    channels: may(
      named(fields({ access: may(access, "included, on-request, extra-fee …") }, "access"), {
        refersTo: "channel",
      }),
      "the channels it adds",
    ),
    clause: may(idOf("clause"), "the section of the page that describes it"),
  }),
  { defines: "plan" },
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
    link: may(idOf("link"), "the link that leads there"),
    note: may(text, "a footnote for the page"),
    doors: may(many(intake), "the doors through which one reaches it"),
    roles: may(many(id), "the members' roles that may use it; all when left out"),
  }),
  { defines: "channel" },
);
export type ChannelsForm = Read<typeof channels>;

export const exception = fields({
  plan: need(idOf("plan"), "the support plan it is for"),
  door: may(intake, "the door it opens; any when left out"),
  category: need(idOf("category"), "the category it is limited to"),
  note: need(text, "one sentence that says what is open and what is not promised"),
  clause: may(idOf("clause"), "the section of the page that says so"),
});
export type ExceptionForm = Read<typeof exception>;
