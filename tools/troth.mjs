#!/usr/bin/env node
import { join } from "node:path";
import { buildStale } from "./build.mjs";
import { becomeNode, ensureInstalled, root } from "./install.mjs";

const words = process.argv.slice(2);
ensureInstalled();
if (words[0] === "up" && !(await buildStale())) process.exit(1);
becomeNode([join(root, "packages/cli/src/main.ts"), ...words]);
