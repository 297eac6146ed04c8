export { type Config, readConfig } from "./config.ts";
export type { Mount } from "./http/app.ts";
export * from "./main.ts";
