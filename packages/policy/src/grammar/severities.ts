import { elapsed } from "./amounts.ts";
import { condition, terms } from "./conditions.ts";
import { choice, fields, listOf, many, may, named, need, type Read } from "./shape.ts";
import { id, idOf, text, yesNo } from "./words.ts";

const rule = {
  when: may(condition, "the facts by which a request is proposed at its level"),
  exceptWhen: may(terms, "facts of which none may hold for that"),
};

const point = fields(
  { text: need(text, "the point"), promise: may(id, "the promise it keeps"), ...rule },
  "text",
);

const groundKeys = {
  ...rule,
  text: need(text, "the ground in words"),
  promise: may(id, "the promise it keeps"),
  points: may(named(point, { defines: "ground" }), "sub-points, e.g. the key features of an example"),
};

const ground = fields(
  {
    ...groundKeys,
    products: may(many(idOf("product")), "the products it is for; all when left out"),
    facts: may(terms, "the facts that hold in it; checked against `when:` of its level"),
  },
  "text",
);

const context = fields(
  { ...groundKeys, proposedAs: may(idOf("severity"), "the severity a match is proposed as") },
  "text",
);

const grounds = named(ground, { defines: "ground" });

export const severities = named(
  fields(
    {
      name: may(text, "what people call it; made of the id when left out"),
      summary: may(text, "one short line for the form"),
      also: may(many(id), "other names the vendor's systems use for it, e.g. `s1`"),
      plans: may(many(idOf("plan")), "the support plans that may choose it; all when left out"),
      asksBusinessImpact: may(yesNo, "whether the form asks what it costs the business"),
      when: may(condition, "the facts that make a problem this severe"),
      definitions: may(grounds, "what makes a problem this severe, in words"),
      examples: may(grounds, "examples"),
      counterExamples: may(grounds, "what looks like it and is not"),
      context: may(
        named(context, { defines: "ground" }),
        "lines that stand under this level and count otherwise",
      ),
      duty: may(text, "what is asked of the customer at this level"),
    },
    "name",
  ),
  { defines: "severity" },
);
export type SeveritiesForm = Read<typeof severities>;

export const severityCaps = listOf(
  fields({
    environment: may(id, "the environment it is about, e.g. `non-production`"),
    category: may(idOf("category"), "the kind of request it is about"),
    product: may(idOf("product"), "the product it is about"),
    plan: may(idOf("plan"), "the support plan it is about"),
    licence: may(id, "the licence it is about, e.g. `development`"),
    payment: may(id, "the way of paying it is about, e.g. `card`"),
    atMost: may(idOf("severity"), "the worst severity proposed there"),
    always: may(idOf("severity"), "the severity that every request has there"),
    except: may(many(idOf("ground")), "grounds that lift the cap"),
  }),
);

/** How long a ticket may wait for its assessment. */
export const assessWithin = fields(
  {
    time: need(elapsed, "a time such as `4 hours`"),
    calendar: may(idOf("calendar"), "the calendar whose open time counts; all time when left out"),
  },
  "time",
);

const party = choice<"customer" | "vendor">(
  new Map([
    ["customer", "customer"],
    ["vendor", "vendor"],
  ] as const),
  "vendor",
);

/** Who decides how severe a request is, and how that changes. */
export const severityDecision = fields(
  {
    decidedBy: may(
      choice<"customer" | "vendor" | "both">(
        new Map((["customer", "vendor", "both"] as const).map((word) => [word, word])),
        "vendor",
      ),
      "customer, vendor, or both together",
    ),
    proposedBy: may(party, "who says it first"),
    changedBy: may(
      choice<readonly ("customer" | "vendor")[]>(
        new Map([
          ["nobody", []],
          ["customer", ["customer"]],
          ["vendor", ["vendor"]],
          ["both", ["customer", "vendor"]],
        ] as const),
        [],
      ),
      "customer, vendor, both, or `nobody` where it is fixed once the request is sent",
    ),
    explained: may(yesNo, "whether a change comes with its reason"),
    mayObject: may(yesNo, "whether the customer may object"),
    note: may(text, "what else holds, in one sentence"),
    clause: may(idOf("clause"), "the section of the page that says so"),
  },
  "decidedBy",
);

/** A second scale that is the customer's own. */
export const customerPriority = fields({
  name: need(text, "what the form calls it"),
  note: may(text, "what it means, in one sentence"),
  levels: need(
    named(fields({ name: may(text, "what people call it") }, "name")),
    "the levels, highest first",
  ),
});

export const categories = named(
  fields(
    {
      name: may(text, "what the form calls it; made of the id when left out"),
      description: may(text, "one line that says what belongs there"),
      route: may(idOf("link", "support"), "`support`, or the link of whoever takes it, e.g. `sales`"),
      defaultSeverity: may(idOf("severity"), "the severity until somebody assesses it"),
      warnsAt: may(many(idOf("severity")), "severities that draw a warning at the form"),
      issue: may(yesNo, "whether it claims that the product fails"),
      cause: may(yesNo, "whether it asks for the cause of an outage; a root-cause document answers it"),
      asks: may(many(id), "fields the form asks for; `project`, `branch` and `endpoint` are the desk's own"),
      openTo: may(
        choice(new Map([["everyone", "everyone"]] as const), "everyone"),
        "`everyone` where every plan may ask it, also without a current subscription",
      ),
      plans: may(many(idOf("plan")), "the support plans that have it; all when left out"),
      clause: may(idOf("clause"), "the section of the page that speaks of it"),
    },
    "name",
  ),
  { defines: "category" },
);
export type CategoriesForm = Read<typeof categories>;
