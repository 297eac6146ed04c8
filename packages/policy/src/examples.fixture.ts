import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Weekday } from "@troth/business-time";
import type { PolicyFiles, Unit } from "./types.ts";

const folder = join(import.meta.dirname, "../../../policies/examples");

/** The vendors whose published policies are written out as examples. */
export const EXAMPLES: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

/** An example as it lies in the repository. */
export function exampleFiles(vendor: string): PolicyFiles {
  const root = join(folder, vendor);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => /\.(yaml|md)$/.test(path));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** One published cell; a cell without a figure has a `status` instead of a value. */
export type FactTarget = {
  readonly plan: string;
  readonly severity: string;
  readonly metric: string;
  readonly value?: number | null;
  readonly range_low?: number;
  readonly unit?: Unit;
  readonly calendar?: string | null;
  readonly op?: string;
  readonly strength?: string;
  readonly status?: string;
  readonly when?: string;
  readonly condition?: string;
  readonly trigger?: string;
  readonly applies_to?: string;
  readonly clock_start?: string;
  readonly channels?: readonly string[];
};

/** What was published of one channel; one that differs by plan stands there once for each. */
export type FactChannel = {
  readonly id: string;
  readonly plans: "all" | readonly string[];
  readonly official?: boolean;
  readonly severities?: readonly string[];
  readonly language?: readonly string[];
  readonly initiated_by?: string;
  readonly starts_clock?: boolean;
  readonly calendar?: string;
  readonly quota?: "unlimited" | { readonly limit: number; readonly per: string };
  readonly for_case_type?: string;
  readonly for_category?: string;
  /** Open only when something else is out of reach, or to some only. */
  readonly condition?: true;
  /** A plan that has it for some kinds of request only. */
  readonly exception?: string;
  /** Whoever uses it has to prove who they are. */
  readonly requires?: true;
};

export type FactWindow = {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  readonly through?: Weekday;
};

export type FactContacts = {
  readonly plan?: string | readonly string[];
  readonly limit?: number;
  readonly additional?: number;
  readonly minimum?: number;
  readonly formula?: string;
};

export type FactQuota = {
  readonly plan: string | readonly string[];
  readonly what: string;
  readonly limit: number;
  readonly per: string;
  readonly rollover?: { readonly percent: number; readonly expires: string };
};

export type VendorFacts = {
  readonly completeness: string;
  readonly plans: readonly string[];
  readonly channels: readonly FactChannel[];
  readonly calendars: readonly string[];
  /** Worst first. */
  readonly severities: readonly string[];
  /** The plans that may choose a severity, where not all may. */
  readonly severity_plans?: Readonly<Record<string, readonly string[]>>;
  readonly contacts?: readonly FactContacts[];
  readonly quotas?: readonly FactQuota[];
  /** The opening hours of a calendar; an end past 24:00 is on the next day, one with `through` is one unbroken span. */
  readonly hours?: Readonly<
    Record<string, { readonly zone?: string; readonly windows: readonly FactWindow[] }>
  >;
  /** Plans in the order in which they are answered. */
  readonly queue_order?: readonly string[];
  readonly languages?: readonly {
    readonly codes: readonly string[];
    readonly level?: string;
    readonly plans?: readonly string[];
  }[];
  /** The fixed price of a plan and its share of what is spent, in percent: the greater counts. */
  readonly prices?: Readonly<Record<string, readonly [number, number]>>;
  readonly attachments?: {
    readonly max_mb: number;
    readonly types: readonly string[];
    readonly refuse: readonly string[];
  };
  readonly targets: readonly FactTarget[];
};

/** What the vendor published, trimmed to ids and figures. */
export function factsOf(vendor: string): VendorFacts {
  const file = join(import.meta.dirname, `../test-data/vendors/${vendor}.json`);
  return JSON.parse(readFileSync(file, "utf8"));
}

const DATA = process.env["TROTH_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

type Published = { readonly targets: readonly FactTarget[] };

type Facts = Published & {
  readonly policy_versions?: readonly (Published & { readonly effective: string })[];
  readonly alternate_table?: readonly { readonly rows: readonly FactTarget[] }[];
};

/** The whole facts of a vendor from the folder of test data, by which the trimmed ones were made; null without it. */
export function publishedOf(vendor: string): Published | null {
  const [, product = vendor, version] = /^(neon|hashicorp)-(.+)$/.exec(vendor) ?? [];
  const file = join(DATA, "policies", `${product}.json`);
  if (!existsSync(file)) return null;
  const facts: Facts = JSON.parse(readFileSync(file, "utf8"));
  if (version === undefined) return facts;
  const [copy] = facts.alternate_table ?? [];
  if (copy !== undefined) return { targets: copy.rows };
  return facts.policy_versions?.find((one) => one.effective === version) ?? null;
}

/** Whether the folder of test data is there; says so in one line where it is not. */
export function hasPublished(): boolean {
  const found = existsSync(join(DATA, "policies"));
  if (!found)
    process.stdout.write(`There is no ${DATA}/policies: one test is skipped. TROTH_DATA names it.\n`);
  return found;
}
