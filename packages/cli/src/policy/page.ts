import { renderPage } from "@troth/policy";
import { command, folderOf, success, WrongUse } from "./command.ts";
import { loadPolicy } from "./load.ts";

const help = `Usage: troth page DIR [--format md|html]

Prints the support page with every figure, name and table filled from the facts.
HTML is the part inside <body>.

Examples:
  troth page policies/neon-2024-09
  troth page policies/neon-2024-09 --format html > support.html
`;

export const page = command(
  { name: "page", summary: "print the support page", help, options: { format: "text" } },
  (given, surroundings) => {
    const format = given.text("format") ?? "md";
    if (format !== "md" && format !== "html")
      throw new WrongUse(`--format is md or html; “${format}” is neither.`);
    const loaded = loadPolicy(folderOf(given), surroundings);
    if ("refused" in loaded) return loaded.refused;
    return success(renderPage(loaded.policy.policy, { format, at: surroundings.now }));
  },
);
