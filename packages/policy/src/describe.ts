export { documentHtml } from "./describe/document.ts";
export { generatedFiles } from "./describe/generated.ts";
export { type JsonSchema, jsonSchemaOf } from "./describe/json-schema.ts";
