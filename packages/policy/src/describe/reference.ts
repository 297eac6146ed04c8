import { FIGURE_WANTED } from "../grammar/figure.ts";
import { holidayFile } from "../grammar/holidays.ts";
import { policyFile } from "../grammar/policy-file.ts";
import { READINGS } from "../grammar/readings.ts";
import { METRICS } from "../grammar/targets.ts";
import { DIRECTIVE_NAMES } from "../page/directives.ts";
import { FURTHER_BLOCKS, REFERENCE_BLOCKS, SINGLE_REFERENCES } from "../page/references.ts";
import type { Construct } from "./construct.ts";
import { CONSTRUCTS, GROUPS } from "./constructs.ts";
import { kindsOf, type Row, rowsOf } from "./rows.ts";
import { type WhereOf, writtenAs } from "./written-as.ts";

const HEAD = `# The policy language

_Made from the compiler's own grammar by \`npm run generate\`, so it cannot say anything else than the compiler does._

A policy is a folder: \`policy.yaml\` holds the facts, lists in \`holidays/\` the dates, and \`page.md\` the words around
them; without a \`page.md\` the page is made from the facts. Begin with
[Your policy in ten minutes](../guides/your-policy-in-ten-minutes.md); each thing that \`troth check\` can find has
[a page of its own](findings.md).

## How it is written

The files are YAML: a key, a colon, a value, and two spaces for each level below. A short form stands wherever one is
enough, so all of these say the same:

\`\`\`yaml
team: Team
team: { name: Team }
team:
  name: Team
\`\`\`

One value can stand where several may (\`plan: basic\`, \`plans: [basic, premium]\`). Ids are yours: letters, digits, hyphen,
underscore and full stop. They stand at the left and stay for ever, because tickets name them; names are for people and
may change. Anchors, merges and tags are not part of the language. In the tables below \`<plan>\` stands for an id of yours
and \`[]\` for each entry of a list.

Two folders are one policy, with one hash, when they say the same: comments, spaces, quotes, the order of keys in a block
of facts, line ends (CRLF or LF), a byte order mark, how a machine composes letters with accents and in which order it
lists the files make no difference. The order of plans, severities, channels and other ids does, because it is their rank
or their place on the page; so does each word of \`page.md\`.

## In your editor

VS Code with the YAML extension, and any other editor that knows JSON Schema, completes keys and explains them. The first
line of \`policy.yaml\` says where the schema is: in the folder, as \`troth init\` writes it, or at your desk. The key
\`$schema:\` says the same to editors that read it.

\`\`\`yaml
# yaml-language-server: $schema=./policy.schema.json
# yaml-language-server: $schema=https://support.example.com/schemas/policy.json
\`\`\`

The desk's own editor needs neither.
`;

/** `docs/reference/language.md`. */
export function languageReference(): string {
  const rows = rowsOf(policyFile);
  const kinds = kindsOf(policyFile);
  const top = rows.filter(
    (row) => !row.path.includes(".") && !row.path.includes("[") && !row.path.startsWith("$"),
  );
  const sections = top.map((row) => section(row, rows, kinds)).filter((text) => text !== "");
  return `${[
    HEAD,
    "## policy.yaml",
    overview(top, sections),
    ...sections,
    "## holidays/NAME.yaml",
    table(rowsOf(holidayFile), kinds),
    figures(),
    readings(),
    page(),
    sayings(),
  ]
    .join("\n\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}

const code = (words: string): string => `\`${words}\``;

const cell = (words: string): string => words.replaceAll("|", "\\|");

function overview(top: readonly Row[], sections: readonly string[]): string {
  const lines = top.map(({ path, key }) => {
    const hasSection = sections.some((text) => text.startsWith(`### ${code(path)}`));
    const name = hasSection ? `[${code(path)}](#${path})` : code(path);
    return `| ${name} | ${key.isNeeded ? "yes" : ""} | ${cell(key.about)} |`;
  });
  return ["| key | needed | what it is |", "|---|---|---|", ...lines].join("\n");
}

/** A block's own table; nothing for a key that is a single word, which the overview has said all about. */
function section(row: Row, rows: readonly Row[], kinds: ReadonlyMap<string, string>): string {
  if (row.path === "readings") return "";
  const inner = rows.filter(({ path }) => path.startsWith(`${row.path}.`) || path.startsWith(`${row.path}[`));
  const isPlain = inner.length === 0 && row.key.shape.describes?.kind === "scalar";
  if (isPlain) return "";
  const says = CONSTRUCTS.filter(({ keys }) =>
    keys.some((key) => key === row.path || key.startsWith(`${row.path}.`) || key.startsWith(`${row.path}[`)),
  );
  const links = says.map(({ id, title }) => `[${id}](#${anchor(`${id} ${title}`)})`).join(", ");
  return [
    `### ${code(row.path)}`,
    `${sentence(row.key.about)}${row.key.isNeeded ? " Needed." : ""} Written as ${writtenAs(row.key.shape, linked(kinds))}.`,
    inner.length === 0 ? "" : table(inner, kinds, ownPrefix(row.path, inner)),
    links === "" ? "" : `What it can say, with samples: ${links}.`,
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** What all keys of a section begin with: its own key, and the id or entry below it. */
function ownPrefix(path: string, inner: readonly Row[]): string {
  const [, below = ""] = /^((?:\.<[^>]+>|\[\])?)/.exec(inner[0]?.path.slice(path.length) ?? "") ?? [];
  const prefix = `${path}${below}.`;
  return inner.every((row) => row.path.startsWith(prefix)) ? prefix : "";
}

function table(rows: readonly Row[], kinds: ReadonlyMap<string, string>, prefix = ""): string {
  const lines = rows.map(({ path, key }) => {
    const need = key.isNeeded ? " (needed)" : "";
    return `| ${code(path.slice(prefix.length))}${need} | ${cell(key.about)} | ${cell(writtenAs(key.shape, linked(kinds)))} |`;
  });
  const head = prefix === "" ? "key" : `key of ${code(prefix.slice(0, -1))}`;
  return [`| ${head} | what it is | written as |`, "|---|---|---|", ...lines].join("\n");
}

/** A kind's block as a link to its section. */
const linked =
  (kinds: ReadonlyMap<string, string>): WhereOf =>
  (kind) => {
    const where = kinds.get(kind);
    return where === undefined ? null : `[${code(where)}](#${where.replace(/[.[].*$/, "")})`;
  };

function figures(): string {
  const metrics = [...METRICS].map(([id, name]) => `| ${code(id)} | ${name} |`);
  return [
    "## Figures",
    `A cell of a target is ${FIGURE_WANTED}. The calendar behind \`@\` says which hours count, and \`@ always\` is 24x7; a firmness of the cell's own can follow a comma.`,
    "Minutes, hours, days, weeks and months pass as they do on the clock, or in open time where the calendar closes; they can be mixed (`1 hour 30 minutes`) or a range (`24-48 hours`). Business hours, days and weeks always count in a calendar. `next business day` and `same business day` (`end of business day`) end when that day closes; `continuous` is work without a break.",
    "A table has one or two axes: severities, tiers, plans, doors, channels, categories, cohorts, conditions. Its ids say which, either way round; where an id could be two things, `by: [plan, severity]` says it. What is promised on no plan is `not offered`.",
    "Metrics that are built in, beside those under `metrics:`:",
    ["| metric | measures the |", "|---|---|", ...metrics].join("\n"),
  ].join("\n\n");
}

function readings(): string {
  const lines = READINGS.map(({ key, asks, answers }) => {
    const words = [...answers.keys()].map(code).join(", ");
    return `| ${code(key)} | ${cell(asks)} | ${cell(words)} |`;
  });
  return [
    "## Readings",
    "Published words leave these open. The compiler asks for each that the policy's own figures need, and takes no other answer than those it can run.",
    ["| reading | settles | answers |", "|---|---|---|", ...lines].join("\n"),
  ].join("\n\n");
}

function page(): string {
  return [
    "## page.md",
    "Ordinary Markdown. `{{ path }}` puts a fact into a sentence: `{{ vendor.name }}`, `{{ plans.basic.name }}`, `{{ targets.basic.first-response }}`, `{{ calendars.office-hours.hours }}`, `{{ links.sales }}`. A line that begins with two colons puts a table or a list there:",
    DIRECTIVE_NAMES.map((name) => code(`::${name}`)).join(" "),
    `Facts by reference: ${SINGLE_REFERENCES.map(code).join(" ")}, and ${[...REFERENCE_BLOCKS, ...FURTHER_BLOCKS].map((block) => code(`${block}.…`)).join(" ")}.`,
    "A heading takes an id of its own, `## Response times {#times}`, which decisions cite.",
  ].join("\n\n");
}

const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
    .replaceAll(/\s/g, "-");

function sayings(): string {
  const groups = GROUPS.map(([letter, title]) => {
    const own = CONSTRUCTS.filter((one) => one.group === letter);
    return [`### ${title}`, ...own.map(saying)].join("\n\n");
  });
  return [
    "## What can be said",
    "Each of these is a sample that compiles as part of the policy that `troth init` writes.",
    ...groups,
  ].join("\n\n");
}

function saying({ id, title, keys, says, sample }: Construct): string {
  const where = keys.map(code).join(", ");
  return [`#### ${id} ${title}`, `${says} Keys: ${where}.`, `\`\`\`yaml\n${sample.trim()}\n\`\`\``].join(
    "\n\n",
  );
}
