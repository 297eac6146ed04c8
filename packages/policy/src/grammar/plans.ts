import type { Access, AddOn, ChannelKind, Price } from "../types.ts";
import { figure, percent, quotaLimit } from "./amounts.ts";
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
      legacy: may(yesNo, "yes where nobody new can buy it"),
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
    ["at-discretion", "on-request"],
    ["extra-fee", "extra-fee"],
    ["recommended", "recommended"],
    ["not-included", "not-included"],
    ["no", "not-included"],
    ["unstated", "unstated"],
  ] as const),
  "unstated",
);

const limits = {
  only: may(many(idOf("category")), "the kinds of request it takes; all when left out"),
  products: may(many(idOf("product")), "the products it is for; all when left out"),
  severities: may(many(idOf("severity")), "the severities it is for; all when left out"),
  languages: may(many(idOf("language")), "the languages spoken there; all when left out"),
  hours: may(idOf("calendar", "always"), "the calendar of its opening hours"),
  quota: may(quotaLimit, "how often, e.g. `6 per year`"),
  note: may(text, "a footnote for the page"),
};

const cell = fields(
  { access: may(access, "`included`, `on-request`, `extra-fee`, `recommended` …"), ...limits },
  "access",
);

const per = choice<NonNullable<AddOn["per"]>>(
  new Map((["organisation", "account", "project", "cluster", "ticket"] as const).map((word) => [word, word])),
  "account",
);

const price = fields(
  {
    note: may(text, "the price in words, e.g. `in the contract`"),
    flat: may(figure, "a fixed amount; the greater counts where a percentage stands beside it"),
    percent: may(percent, "a share, e.g. `5 %`"),
    of: may(text, "what the share is of, e.g. `net spend of the month`"),
    currency: may(text, "e.g. `EUR`"),
    per: may(
      choice<NonNullable<Price["per"]>>(
        new Map((["month", "year", "ticket"] as const).map((word) => [word, word])),
        "month",
      ),
      "month, year or ticket",
    ),
  },
  "note",
);

const overlay = fields(
  {
    plan: need(idOf("plan"), "the plan whose targets it takes over"),
    calendar: may(idOf("calendar", "always"), "the calendar they count in here; theirs when left out"),
    severities: may(many(idOf("severity")), "only these severities"),
    metrics: may(many(idOf("metric")), "only these metrics"),
  },
  "plan",
);
export type OverlayForm = Read<typeof overlay>;

const tier = fields(
  {
    name: may(text, "what customers call it"),
    also: may(many(id), "other names the vendor's systems use for it, e.g. `enterprise_gold`"),
  },
  "name",
);

export const plans = named(
  fields({
    name: may(text, "what customers call it"),
    summary: may(text, "one sentence on what it gives"),
    includes: may(idOf("plan"), "the plan whose channels it takes over"),
    targetsOf: may(overlay, "the plan whose targets it takes over, but for those stated for this one"),
    pricing: may(many(idOf("pricing")), "the pricing plans that carry it"),
    also: may(many(id), "other names the vendor's systems use for it"),
    addOn: may(yesNo, "yes for a plan that is bought beside another"),
    to: may(many(idOf("plan")), "the plans an add-on goes with; any when left out"),
    per: may(per, "what an add-on is bought for: organisation, account, project, cluster, ticket"),
    price: may(price, "what it costs"),
    legacy: may(yesNo, "yes where nobody new can have it"),
    tiers: may(named(tier, { defines: "tier" }), "tiers inside the plan"),
    defaultTier: may(idOf("tier"), "the tier of an account that names none"),
    channels: may(named(cell, { refersTo: "channel" }), "the channels it adds"),
    clause: may(idOf("clause"), "the section of the page that describes it"),
  }),
  { defines: "plan" },
);
export type PlansForm = Read<typeof plans>;

const KINDS: ReadonlyMap<string, ChannelKind> = new Map([
  ["ticket", "ticket"],
  ["priority", "priority"],
  ["chat", "chat"],
  ["live-chat", "chat"],
  ["community", "community"],
  ["forum", "community"],
  ["email", "email"],
  ["video", "video"],
  ["targets", "targets"],
  ["phone", "phone"],
  ["call-back", "call-back"],
  ["screen-share", "screen-share"],
  ["shared-channel", "shared-channel"],
  ["team", "team"],
  ["form", "form"],
  ["pager", "pager"],
  ["status", "status"],
  ["api", "api"],
  ["other", "other"],
]);

const starter = choice<"staff" | "customer">(
  new Map([
    ["customer", "customer"],
    ["staff", "staff"],
  ] as const),
  "customer",
);

export const channels = named(
  fields({
    name: need(text, "what customers call it"),
    kind: need(
      choice<ChannelKind>(KINDS, "other"),
      "what it is: ticket, chat, phone …; what comes by `ticket`, `email`, `form` and `api` becomes a ticket",
    ),
    official: may(yesNo, "no for a place where the vendor promises nothing"),
    link: may(idOf("link"), "the link that leads there"),
    doors: may(
      many(intake),
      "the doors through which one reaches it; all for tickets, its own for e-mail, forms and the API when left out",
    ),
    roles: may(many(id), "the members' roles that may use it; all when left out"),
    ...limits,
    fallbackFor: may(many(idOf("channel")), "the channels that must be out of reach before it opens"),
    startedBy: may(starter, "`staff` where the customer cannot start it"),
    proof: may(text, "what proves who is calling, e.g. `a code of one use`"),
    asks: may(many(id), "fields it asks for, e.g. `callback-number`"),
    startsClock: may(yesNo, "no where nothing said there starts a clock"),
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
