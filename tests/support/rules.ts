import { isTest, type Source } from "./imports.ts";

/** What ARCHITECTURE.md says of one part: what it may import besides itself, and in which sentence. */
type Rule = { readonly may: readonly string[]; readonly says: string };

const PURE =
  "1. business-time, secrets and knowledge import nothing, policy business-time, core the first two and policy; none does I/O";
const DOORS =
  "2. sources imports knowledge; contract core, sdk contract; cli sdk, core, policy, knowledge, business-time, server and the demo's console";
const SCREENS = "3. apps import sdk, ui, policy, business-time and secrets; never server or core";
const INSIDE =
  "4. verbs import core, policy, contract, ports, catalogue; adapters core and ports, never a verb, never another adapter";
const OUTSIDE =
  "5. http imports core, contract, verbs, ports; jobs verbs, ports; wire.ts all, for main.ts and tests/support";
const HOUSE = "6. no cycles, no setters, no barrel files except a package's own";

/** Below core: whoever may import core may import them. */
const BELOW_CORE = ["policy", "business-time", "secrets"];
const CORE = ["core", ...BELOW_CORE];
const SERVER = [
  "server/verbs",
  "server/ports",
  "server/http",
  "server/jobs",
  "server/catalogue",
  "server/config",
];

const RULES: Readonly<Record<string, Rule>> = {
  "business-time": { may: [], says: PURE },
  secrets: { may: [], says: PURE },
  knowledge: { may: [], says: PURE },
  policy: { may: ["business-time"], says: PURE },
  core: { may: BELOW_CORE, says: PURE },
  sources: { may: ["knowledge"], says: DOORS },
  contract: { may: CORE, says: DOORS },
  sdk: { may: ["contract"], says: DOORS },
  cli: { may: ["sdk", ...CORE, "knowledge", "server", "console-server"], says: DOORS },
  ui: { may: ["sdk", ...BELOW_CORE], says: SCREENS },
  app: { may: ["sdk", "ui", ...BELOW_CORE], says: SCREENS },
  "console-server": { may: ["sdk"], says: SCREENS },
  "server/ports": { may: [...CORE, "knowledge", "sources"], says: INSIDE },
  "server/catalogue": { may: [], says: INSIDE },
  "server/verbs": {
    may: [...CORE, "knowledge", "sources", "contract", "server/ports", "server/catalogue"],
    says: INSIDE,
  },
  "server/adapters": { may: [...CORE, "knowledge", "sources", "server/ports"], says: INSIDE },
  "server/http": { may: [...CORE, "contract", "server/verbs", "server/ports"], says: OUTSIDE },
  "server/jobs": { may: ["server/verbs", "server/ports"], says: OUTSIDE },
  "server/config": { may: ["server/ports"], says: OUTSIDE },
  "server/wire": { may: [...CORE, "contract", ...SERVER, "server/adapters"], says: OUTSIDE },
  "server/main": { may: [...CORE, "contract", ...SERVER, "server/adapters", "server/wire"], says: OUTSIDE },
  server: { may: ["server/main", "server/config", "server/http"], says: OUTSIDE },
};

/** Other makers' packages that a part without I/O may use. */
const TOOLS: Readonly<Record<string, readonly string[]>> = {
  "business-time": [],
  secrets: [],
  knowledge: ["markdown-it", "stemmer", "yaml"],
  policy: ["yaml", "markdown-it", "@noble/hashes"],
  core: [],
};

const OWN = /^@troth\/([a-z-]+)(?:\/(.+))?$/;

/** The part that a path or a package of ours belongs to; null for other makers' packages. */
export function partOf(name: string): string | null {
  const [, own, entry] = OWN.exec(name) ?? [];
  if (own === "sample-console") return entry === "server" ? "console-server" : "app";
  if (own !== undefined) return own in RULES || own === "ui" ? own : "app";
  const [top = "", second = "", , fourth = ""] = name.split("/");
  if (top === "apps") {
    if (name.startsWith("apps/sample-console/server/")) return "console-server";
    return second === "ui" ? "ui" : "app";
  }
  if (top === "tests" || top === "bench") return top;
  if (top !== "packages") return null;
  if (second !== "server") return second;
  return fourth === "index.ts" ? "server" : `server/${fourth.replace(/\.ts$/, "")}`;
}

/** The app or adapter within its part: one never imports another. An app may know its own tiny server's words. */
const siblingOf = (path: string): string | null =>
  /^packages\/server\/src\/adapters\/([^/]+)\//.exec(path)?.[1] ??
  /^apps\/(?!ui\/)([^/]+)\//.exec(path)?.[1] ??
  null;

/** Sentences of ARCHITECTURE.md that a file's imports break, each with the import. */
export function brokenImports(source: Source): string[] {
  const from = partOf(source.path);
  if (from === null) return [];
  return source.imports.flatMap((to) => {
    const says = breach(source, from, to);
    return says === null ? [] : [`${source.path} imports ${to}: ${says}`];
  });
}

function breach(source: Source, from: string, to: string): string | null {
  if (
    to === "packages/server/src/wire.ts" &&
    from !== "server/main" &&
    !source.path.startsWith("tests/support/")
  )
    return OUTSIDE;
  if (isTest(source)) return null;
  const part = partOf(to);
  const tools = TOOLS[from];
  if (part === null) {
    if (to.startsWith("node:") && (from in TOOLS || from === "app" || from === "ui")) return PURE;
    return tools === undefined || tools.some((tool) => to === tool || to.startsWith(`${tool}/`))
      ? null
      : PURE;
  }
  if (from === "app" && part === "console-server" && siblingOf(source.path) === siblingOf(to)) return null;
  const rule = RULES[from];
  if (rule === undefined) return `no rule speaks of ${from}`;
  if (part === from) return siblingOf(source.path) === siblingOf(to) || OWN.test(to) ? null : rule.says;
  return rule.may.includes(part) ? null : rule.says;
}

const IMPURE: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./, "reads a clock"],
  [/\bMath\.random\b|\bcrypto\./, "is random"],
  [/\basync\b|\bawait\b|\bPromise\b|\bsetTimeout\b/, "waits"],
  [/\bprocess\.|\bfetch\(|\bconsole\./, "does I/O"],
];

/** What a part without I/O does in spite of that. */
export function impurities(source: Source): string[] {
  const part = partOf(source.path);
  if (part === null || !(part in TOOLS) || isTest(source)) return [];
  const code = source.text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  return IMPURE.flatMap(([pattern, what]) => (pattern.test(code) ? [`${source.path} ${what}: ${PURE}`] : []));
}

/** Files whose every statement passes on another file's exports, though no package names them as its own entry. */
export function barrels(sources: readonly Source[], entries: ReadonlySet<string>): string[] {
  return sources
    .filter((source) => !isTest(source) && !entries.has(source.path))
    .filter(({ text }) => text.trim() !== "" && /^(?:\s*export\s[^;]*?from\s*"[^"]+";?)+\s*$/.test(text))
    .map(({ path }) => `${path} only passes on: ${HOUSE}`);
}

/** A property that can be set from outside after construction. */
export function setters(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !isTest(source) && /^\s+(?:static )?set \w+\(/m.test(source.text))
    .map(({ path }) => `${path} has a setter: ${HOUSE}`);
}

/** The first circle of imports, as the files along it; null when there is none. */
export function cycleIn(sources: readonly Source[]): string[] | null {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const walk = (path: string, above: readonly string[]): string[] | null => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = byPath.has(next) ? walk(next, [...above, path]) : null;
      if (cycle !== null) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const { path } of sources) {
    const cycle = walk(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
