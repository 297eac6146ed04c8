export { compilePolicy } from "./compile.ts";
export { dueOf } from "./due.ts";
export { entitlementOf } from "./entitlement.ts";
export { renderPage } from "./page.ts";
export { planOf } from "./plan.ts";
export { targetOf } from "./target.ts";
export { durationOf, durationText, planText, severityText } from "./text.ts";
export type * from "./types.ts";
