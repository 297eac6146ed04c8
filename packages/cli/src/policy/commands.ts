import { check } from "./check.ts";
import { diff } from "./diff.ts";
import { due } from "./due.ts";
import { entitled } from "./entitled.ts";
import { page } from "./page.ts";
import { targets } from "./targets.ts";

/** The commands that read a policy folder and nothing else. */
export const policyCommands = [check, targets, due, entitled, page, diff] as const;
