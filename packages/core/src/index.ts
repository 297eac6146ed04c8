export * from "./access/permissions.ts";
export * from "./vocabulary.ts";
