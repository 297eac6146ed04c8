export type { Completion, Completions } from "./editor/completion.ts";
export { completionsAt } from "./editor/completions.ts";
export { type Hover, hoverAt } from "./editor/hover.ts";
