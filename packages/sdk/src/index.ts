export * from "./client.ts";
export type { components, operations, paths } from "./schema.gen.ts";
export * from "./stream.ts";
