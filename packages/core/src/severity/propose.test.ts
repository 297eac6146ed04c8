import { describe, expect, test } from "vitest";
import { bundledPolicy } from "./bundled-for-tests.ts";
import { type FactAnswers, type FactQuestion, knownFacts, marksOf } from "./known-facts.ts";
import type { VendorEndpoint, VendorProject } from "./place-facts.ts";
import { type Proposed, proposeSeverity } from "./propose.ts";

const policy = bundledPolicy();
const enterprise = policy.plans.filter(({ id }) => id === "enterprise");

const endpoint = (id: string, state: Partial<VendorEndpoint> = {}): VendorEndpoint => ({
  id,
  kind: "read_write",
  state: "active",
  isDisabled: false,
  suspendedFor: null,
  ...state,
});
const project = (
  id: string,
  isProduction: boolean | null,
  ...endpoints: readonly VendorEndpoint[]
): VendorProject => ({
  id,
  region: "eu-1",
  isProduction,
  branches: [{ id: "main", isDefault: true, isProtected: false, state: "ready", endpoints }],
});

const PROD = project("prod", true, endpoint("ep-1"));
const OTHER = project("other", true, endpoint("ep-8"));
const STAGING = project("staging", false, endpoint("ep-9"));
const WIDE = project("prod", true, endpoint("ep-1"), endpoint("ep-2"), endpoint("ep-3"));

type Case = {
  readonly category?: string;
  readonly answers?: FactAnswers;
  /** The first one is where it happens. */
  readonly projects?: readonly VendorProject[];
  readonly endpoint?: string | null;
  readonly branch?: string | null;
  readonly openIncidents?: FactQuestion["openIncidents"];
};

function questionOf({
  category = "issue",
  answers = {},
  projects = [PROD],
  openIncidents = [],
  ...at
}: Case): FactQuestion {
  const place = {
    project: projects[0]?.id ?? null,
    branch: at.branch ?? null,
    endpoint: at.endpoint ?? null,
  };
  return { category, answers, place, projects, openIncidents };
}

function proposed(about: Case): Proposed | null {
  const question = questionOf(about);
  const known = knownFacts(policy, question);
  return proposeSeverity(policy, { category: question.category, product: null, plans: enterprise, known });
}

const gone = { service: "gone" };
const disturbed = { service: "partly", essential: "no" };
const at = { endpoint: "ep-1" };
const onStaging = { projects: [STAGING] };

type Row = readonly [title: string, about: Case, severity: string | null, ground: string | null];

/** Every definition and example of the page, and what only looks like one. */
const ROWS: readonly Row[] = [
  [
    "P086 a catastrophe in production without a way around it",
    { answers: { ...gone, workaround: "none" } },
    "1",
    "S1.a",
  ],
  [
    "P086 the same on a test system is not critical",
    { ...onStaging, answers: { ...gone, workaround: "none" } },
    "3",
    "S3.d",
  ],
  ["P087 the service cannot be used", { answers: gone }, "1", "S1.b"],
  ["P088 somebody got in", { answers: { harm: "breach" } }, "1", "S1.c"],
  [
    "P088 somebody got into a test system: the cap spares it",
    { ...onStaging, answers: { harm: "breach" } },
    "1",
    "S1.c",
  ],
  ["P090 the whole service is down", { answers: { ...gone, reach: "all" } }, "1", "S1.1"],
  ["P091 security was breached", { answers: { harm: "breach" } }, "1", "S1.2"],
  ["P092 one fault hits a whole project", { answers: { ...gone, reach: "project" } }, "1", "S1.3"],
  [
    "P092 an error, not an outage, on every endpoint of a project",
    { answers: { service: "partly", reach: "project" } },
    "1",
    "S1.3",
  ],
  [
    "P092 the idle endpoint that starts when something connects",
    {
      projects: [project("prod", true, endpoint("ep-1", { state: "idle" }))],
      ...at,
      answers: { ...gone, reach: "project" },
    },
    "3",
    "S3.b",
  ],
  [
    "P092 one of many endpoints is no whole project",
    { projects: [WIDE], ...at, answers: { service: "partly", reach: "project", essential: "yes" } },
    "3",
    "S3.a",
  ],
  [
    "P092 compute on a free plan that its quota suspended",
    {
      projects: [project("prod", true, endpoint("ep-1", { suspendedFor: "quota" }))],
      ...at,
      answers: { ...gone, reach: "project" },
    },
    "3",
    "S3.b",
  ],
  [
    "P093 one fault hits several projects",
    { projects: [PROD, OTHER], answers: { ...gone, reach: "projects" } },
    "1",
    "S1.4",
  ],
  [
    "P093 somebody who has one project cannot have it in several",
    { answers: { service: "partly", reach: "projects", essential: "yes" } },
    "3",
    "S3.a",
  ],
  ["P094 an endpoint does not answer", { ...at, answers: { ...gone, reach: "part" } }, "1", "S1.5"],
  [
    "P094 an idle endpoint",
    {
      projects: [project("prod", true, endpoint("ep-1", { state: "idle" }))],
      ...at,
      answers: { ...gone, reach: "part" },
    },
    "3",
    "S3.b",
  ],
  [
    "P094 an endpoint that was switched off",
    {
      projects: [project("prod", true, endpoint("ep-1", { isDisabled: true }))],
      ...at,
      answers: { ...gone, reach: "part" },
    },
    "3",
    "S3.b",
  ],
  [
    "P094 compute on a free plan that its quota suspended",
    {
      projects: [project("prod", true, endpoint("ep-1", { suspendedFor: "quota" }))],
      ...at,
      answers: { ...gone, reach: "part" },
    },
    "3",
    "S3.b",
  ],
  [
    "P094 one of many endpoints, and essential work goes on through the others",
    { projects: [WIDE], ...at, answers: { ...gone, reach: "part", essential: "yes" } },
    "3",
    "S3.c",
  ],
  ["P095 data was lost", { answers: { harm: "data" } }, "1", "S1.6"],
  [
    "P095 data was lost on a test system: the cap spares it",
    { ...onStaging, answers: { harm: "data" } },
    "1",
    "S1.6",
  ],
  [
    "P096 essential work is disturbed, and a way around it keeps it going",
    { answers: { ...disturbed, workaround: "easy" } },
    "2",
    "S2",
  ],
  [
    "P096 the same without a way around it and with loss of service",
    { answers: { ...disturbed, workaround: "none" } },
    "1",
    "S1.a",
  ],
  ["P096 an outage that can be got around", { answers: { ...gone, workaround: "easy" } }, "2", "S2"],
  [
    "P097 configuration that is not essential follows the recorded choice",
    { answers: { symptom: "configuration" } },
    "3",
    "S2.a",
  ],
  [
    "P098 slowness that hardly touches the use",
    { answers: { symptom: "slow", business: "minor" } },
    "3",
    "S2.b",
  ],
  ["P099 minor trouble with an integration", { answers: { symptom: "integration" } }, "3", "S2.c"],
  ["P100 small trouble in loading data", { answers: { symptom: "loading" } }, "3", "S2.d"],
  [
    "P101 the service runs, a key feature does not",
    { answers: { service: "partly", symptom: "feature" } },
    "2",
    "S2.1",
  ],
  ["P102 no branch can be created", { answers: { symptom: "branch" } }, "2", "S2.1.branch"],
  [
    "P102 a limit of the plan on branches is no failure",
    { answers: { symptom: "branch", "plan-limit": "yes" } },
    "4",
    "S4.a",
  ],
  ["P103 a branch restore does not go through", { answers: { symptom: "restore" } }, "2", "S2.1.restore"],
  [
    "P103 a restore beyond the plan's history is no failure",
    { answers: { symptom: "restore", "plan-limit": "yes" } },
    "4",
    "S4.a",
  ],
  [
    "P104 recovery to a point in time does not work",
    { answers: { symptom: "recovery" } },
    "2",
    "S2.1.recovery",
  ],
  [
    "P104 a point in time before the plan's history is no failure",
    { answers: { symptom: "recovery", "plan-limit": "yes" } },
    "4",
    "S4.a",
  ],
  ["P105 much work by hand to make up for a fault", { answers: { workaround: "by-hand" } }, "2", "S2.2"],
  [
    "P106 massive harm to the business, with a way around it",
    { answers: { business: "massive", workaround: "easy" } },
    "2",
    "S2.3",
  ],
  [
    "P106 massive harm to the business, without one",
    { answers: { business: "massive", workaround: "none" } },
    "1",
    "S1.a",
  ],
  ["P107 a problem of medium impact", { answers: { business: "medium" } }, "3", "S3"],
  ["P107 the same outside production", { ...onStaging, answers: { business: "medium" } }, "3", "S3"],
  ["P108 something that is not critical failed in part", { answers: { service: "partly" } }, "3", "S3.a"],
  ["P109 a usage problem without a loss", { answers: { symptom: "usage", service: "works" } }, "3", "S3.b"],
  ["P109 the usage question beside it", { category: "question" }, "4", "S4.a"],
  ["P110 essential work goes on", { answers: { essential: "yes" } }, "3", "S3.c"],
  [
    "P110 essential work stands still in production: above Normal",
    { answers: { essential: "no" } },
    "2",
    "S2",
  ],
  [
    "P111 a total outage of a development branch",
    { ...onStaging, answers: { ...gone, reach: "all" } },
    "3",
    "S3.d",
  ],
  [
    "P111 a side branch that its owner calls development",
    {
      projects: [
        {
          ...PROD,
          branches: [
            ...PROD.branches,
            {
              id: "dev",
              isDefault: false,
              isProtected: false,
              state: "ready",
              endpoints: [endpoint("ep-5")],
            },
          ],
        },
      ],
      branch: "dev",
      answers: { ...gone, production: "no" },
    },
    "3",
    "S3.d",
  ],
  ["P112 the cause of a past outage is asked for", { category: "root-cause" }, "3", "S3.1"],
  ["P113 connections fail now and then", { answers: { symptom: "sporadic" } }, "3", "S3.2"],
  ["P114 one tool of somebody else cannot connect", { answers: { symptom: "tool" } }, "3", "S3.3"],
  ["P114 the same called an outage", { answers: { symptom: "tool", ...gone } }, "3", "S3.3"],
  ["P115 it touches the business a little", { answers: { business: "minor" } }, "3", "S3.4"],
  ["P116 queries are slow", { answers: { symptom: "slow" } }, "3", "S3.5"],
  ["P117 something is wrong with billing", { category: "billing" }, "3", "S3.6"],
  ["P118 a question on use", { category: "question" }, "4", "S4.a"],
  ["P119 a request for information", { category: "question" }, "4", "S4.b"],
  ["P119 a wish for something better", { category: "feature-request" }, "4", "S4.b"],
  ["P120 a feature is wished for", { category: "feature-request" }, "4", "S4.1"],
  ["P121 a general question", { category: "question" }, "4", "S4.2"],
  [
    "P121 a general question on a test system stays one",
    { category: "question", projects: [STAGING] },
    "4",
    "S4.2",
  ],
  ["P122 nothing of it reaches the business", { answers: { business: "none" } }, "4", "S4.3"],
  ["P079 nothing known: nothing proposed", {}, null, null],
  ["P079 a request that support does not answer has no proposal", { category: "custom-support" }, null, null],
];

function agrees(...[, about, severity, ground]: Row): void {
  const found = proposed(about);
  expect(found?.severity ?? null).toBe(severity);
  if (ground !== null) expect(found?.grounds).toContain(ground);
}

test.each(ROWS)("%s", agrees);

type Answer = { readonly symptom: string; readonly alone: string };

/** What each kind of trouble is by itself, whatever else the customer says of its reach. */
const SYMPTOMS: readonly Answer[] = [
  { symptom: "branch", alone: "2" },
  { symptom: "restore", alone: "2" },
  { symptom: "recovery", alone: "2" },
  { symptom: "feature", alone: "2" },
  { symptom: "sporadic", alone: "3" },
  { symptom: "slow", alone: "3" },
  { symptom: "tool", alone: "3" },
  { symptom: "configuration", alone: "3" },
  { symptom: "integration", alone: "3" },
  { symptom: "loading", alone: "3" },
  { symptom: "usage", alone: "3" },
];
const REACHES = ["part", "project", "projects", "all"];
const PLACES = [
  { place: "a whole project", about: { projects: [PROD, OTHER] } },
  { place: "one of many endpoints", about: { projects: [WIDE, OTHER], ...at } },
];

describe.each(PLACES)("in $place", ({ place, about }) => {
  test.each(SYMPTOMS)("P092 P093 P113 P116 $symptom stays $alone while the service is used", (row) => {
    for (const service of ["works", "partly"]) {
      for (const reach of REACHES) {
        const answers = { symptom: row.symptom, service, reach };
        expect([answers, proposed({ ...about, answers })?.severity]).toEqual([answers, row.alone]);
      }
    }
  });

  test.each(SYMPTOMS)("P087 P094 $symptom and nothing can be used", ({ symptom, alone }) => {
    for (const reach of REACHES) {
      const answers = { symptom, service: "gone", reach };
      const isNearMiss = place === "one of many endpoints" && reach !== "all";
      const expected = symptom === "tool" || isNearMiss ? alone : "1";
      expect([answers, proposed({ ...about, answers })?.severity]).toEqual([answers, expected]);
    }
  });
});

const MANY = { projects: [WIDE], ...at };

test.each<Row>([
  [
    "P092 one of many that is called a whole project",
    { ...MANY, answers: { ...gone, reach: "project" } },
    "3",
    "S3.a",
  ],
  ["P094 one of many that does not answer", { ...MANY, answers: { ...gone, reach: "part" } }, "3", "S3.a"],
  ["P087 one of many, and nobody says how far it goes", { ...MANY, answers: gone }, "3", "S3.a"],
  [
    "P086 one of many without a way around it, and essential work goes on through the others",
    { ...MANY, answers: { ...gone, reach: "part", workaround: "none", essential: "yes" } },
    "3",
    "S3.c",
  ],
  [
    "P086 one of many, yet essential work stands still without a way around it",
    { ...MANY, answers: { ...gone, reach: "part", workaround: "none", essential: "no" } },
    "1",
    "S1.a",
  ],
  [
    "P096 one of many, and essential work stands still",
    { ...MANY, answers: { ...gone, reach: "part", essential: "no" } },
    "2",
    "S2",
  ],
  [
    "P090 everything is down, one endpoint is named for many",
    { ...MANY, answers: { ...gone, reach: "all" } },
    "1",
    "S1.1",
  ],
  [
    "P115 an error in a whole project that touches the business a little",
    { answers: { service: "partly", reach: "project", business: "minor" } },
    "3",
    "S3.4",
  ],
  [
    "P122 an error in a whole project of which the business feels nothing",
    { answers: { service: "partly", reach: "project", business: "none" } },
    "3",
    "S3.a",
  ],
])("%s", agrees);

/** The endpoint that takes writes, its replica, and a branch for previews. */
const BESIDE: VendorProject = {
  ...project("prod", true, endpoint("ep-1"), endpoint("ep-r", { kind: "read_only" })),
  branches: [
    ...project("prod", true, endpoint("ep-1"), endpoint("ep-r", { kind: "read_only" })).branches,
    { id: "preview", isDefault: false, isProtected: false, state: "ready", endpoints: [endpoint("ep-p")] },
  ],
};
const beside = { projects: [BESIDE], answers: { ...gone, reach: "part" } };
const IDLE = { projects: [project("prod", true, endpoint("ep-1", { state: "idle" })), OTHER], ...at };

test.each<Row>([
  [
    "P094 the endpoint that takes writes, while its replica and a preview run",
    { ...beside, ...at },
    "1",
    "S1.b",
  ],
  ["P094 the whole main branch, while a preview runs", { ...beside, branch: "main" }, "1", "S1.b"],
  ["P094 a replica, while the main endpoint runs", { ...beside, endpoint: "ep-r" }, "3", "S3.a"],
  [
    "P094 a preview, while the main endpoint runs",
    { ...beside, branch: "preview", endpoint: "ep-p" },
    "3",
    "S3.a",
  ],
  [
    "P093 several projects are said to fail, and the one named stands still by design",
    { ...IDLE, answers: { ...gone, reach: "projects" } },
    "3",
    "S3.b",
  ],
  [
    "P100 an endpoint that stands still by design harms nobody massively",
    { ...IDLE, answers: { ...gone, business: "massive" } },
    "3",
    "S3.b",
  ],
  [
    "P084 P122 nothing can be used, and the business feels nothing of it",
    { answers: { ...gone, reach: "all", workaround: "none", business: "none" } },
    "4",
    "S4.3",
  ],
  [
    "P084 P115 nothing can be used, and the business feels a little of it",
    { answers: { ...gone, reach: "part", business: "minor" } },
    "3",
    "S3.4",
  ],
  [
    "P086 one of many without a way around it, while an incident is open in its region",
    {
      ...MANY,
      openIncidents: [{ title: "Computes do not start", regions: ["eu-1"] }],
      answers: { ...gone, workaround: "none" },
    },
    "1",
    "S1.a",
  ],
  [
    "P086 the same with an incident in another region",
    {
      ...MANY,
      openIncidents: [{ title: "Computes do not start", regions: ["us-1"] }],
      answers: { ...gone, workaround: "none" },
    },
    "3",
    "S3.a",
  ],
])("%s", agrees);

test("P094 what holds one of many endpoints down is told", () => {
  const found = proposed({ ...MANY, answers: { ...gone, reach: "part" } });
  expect(found?.held).toMatchObject({ from: "1", rule: "S1.b" });
  expect(found?.held?.because).toEqual([{ fact: "one-of-many", holds: true, source: "directory" }]);
});

test("P111 a proposal held down by the environment says from where and by which fact", () => {
  expect(proposed({ ...onStaging, answers: gone })?.held).toEqual({
    from: "1",
    rule: "S1.b",
    because: [{ fact: "production", holds: false, source: "directory" }],
  });
});

test("P094 the endpoint's own rest is told as what holds the proposal down", () => {
  const idle = project("prod", true, endpoint("ep-1", { state: "idle" }));
  const found = proposed({ projects: [idle], ...at, answers: gone });
  expect(found?.held?.because).toEqual([{ fact: "at-rest", holds: true, source: "directory" }]);
});

test("P079 a proposal names its rule and who says the facts it rests on", () => {
  expect(proposed({ answers: { ...gone, workaround: "none" } })).toMatchObject({
    rule: "S1.a",
    because: [
      { fact: "production", holds: true, source: "directory" },
      { fact: "service.gone", holds: true, source: "customer" },
      { fact: "workaround.none", holds: true, source: "customer" },
      { fact: "one-of-many", holds: false, source: "directory" },
    ],
    held: null,
  });
});

test("what the customer says of production comes before the directory", () => {
  const known = knownFacts(policy, questionOf({ ...onStaging, answers: { production: "yes" } }));
  expect(known).toContainEqual({ fact: "production", holds: true, source: "customer" });
});

test("P088 a breach marks the ticket as one of security, lost data does not", () => {
  const marks = (harm: string) => marksOf(policy, knownFacts(policy, questionOf({ answers: { harm } })));
  expect(marks("breach")).toEqual(["security"]);
  expect(marks("data")).toEqual([]);
});

test("P049 an open incident in the region is known, one elsewhere is known not to touch it", () => {
  const known = (region: string) =>
    knownFacts(policy, {
      ...questionOf({}),
      openIncidents: [{ title: "Connections fail", regions: [region] }],
    });
  expect(known("eu-1")).toContainEqual({ fact: "incident", holds: true, source: "incident" });
  expect(known("us-2")).toContainEqual({ fact: "incident", holds: false, source: "incident" });
});

test("a policy without facts proposes nothing", () => {
  const { facts: _, ...bare } = policy;
  const rules = {
    category: "issue",
    product: null,
    plans: enterprise,
    known: knownFacts(bare, questionOf({})),
  };
  expect(proposeSeverity(bare, rules)).toBeNull();
});
