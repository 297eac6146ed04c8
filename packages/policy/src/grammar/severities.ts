import { fields, listOf, many, may, named, need, type Read } from "./shape.ts";
import { id, idOf, text, yesNo } from "./words.ts";

const point = fields({ text: need(text, "the point"), promise: may(id, "the promise it keeps") }, "text");

const groundKeys = {
  text: need(text, "the ground in words"),
  promise: may(id, "the promise it keeps"),
  points: may(named(point, { defines: "ground" }), "sub-points, e.g. the key features of an example"),
};

const ground = fields(groundKeys, "text");

const context = fields(
  { ...groundKeys, proposedAs: may(idOf("severity"), "the severity a match is proposed as") },
  "text",
);

export const severities = named(
  fields({
    name: need(text, "what people call it"),
    summary: need(text, "one short line for the form"),
    asksBusinessImpact: may(yesNo, "whether the form asks what it costs the business"),
    definitions: need(named(ground, { defines: "ground" }), "what makes a problem this severe"),
    examples: may(named(ground, { defines: "ground" }), "examples"),
    context: may(
      named(context, { defines: "ground" }),
      "lines that stand under this level and count otherwise",
    ),
  }),
  { defines: "severity" },
);
export type SeveritiesForm = Read<typeof severities>;

export const severityCaps = listOf(
  fields({
    environment: need(id, "the environment it is about"),
    atMost: need(idOf("severity"), "the worst severity proposed there"),
    except: may(many(idOf("ground")), "grounds that lift the cap"),
  }),
);

export const categories = named(
  fields({
    name: need(text, "what the form calls it"),
    description: may(text, "one line that says what belongs there"),
    route: may(idOf("link", "support"), "`support`, or the link of whoever takes it, e.g. `sales`"),
    defaultSeverity: may(idOf("severity"), "the severity until somebody assesses it"),
    warnsAt: may(many(idOf("severity")), "severities that draw a warning at the form"),
    issue: may(yesNo, "whether it claims that the product fails"),
    asks: may(many(id), "fields the form asks for"),
    clause: may(idOf("clause"), "the section of the page that speaks of it"),
  }),
  { defines: "category" },
);
export type CategoriesForm = Read<typeof categories>;
