import { join } from "node:path";
import { buildStale } from "./build.mjs";
import { becomeNode, ensureInstalled, root } from "./install.mjs";

ensureInstalled();
if (!(await buildStale())) process.exit(1);
becomeNode([join(root, "packages/cli/src/main.ts"), "up", "--demo", ...process.argv.slice(2)]);
