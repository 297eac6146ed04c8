import { z } from "zod";
import { isWrite, type Route } from "./route.ts";
import { routes } from "./routes.ts";
import { FAIL_STATUS, Problem } from "./schemas/problem.ts";

type Json = Record<string, unknown>;

const REF = "#/components/schemas/";

/** The OpenAPI 3.1 document, made from the route table. Deterministic: the committed copy is compared with it. */
export function openApiDocument(version: string): Json {
  const schemas = z.toJSONSchema(z.globalRegistry, {
    uri: (id) => REF + id,
    io: "input",
    unrepresentable: "any",
  }).schemas as Record<string, Json>;
  const components = Object.fromEntries(
    Object.entries(schemas)
      .filter(([id]) => id !== "__shared")
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schema]) => [id, withoutMarks(schema)]),
  );
  const paths: Record<string, Json> = {};
  for (const [id, route] of Object.entries(routes) as [string, Route][]) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(id, route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Troth",
      version,
      description:
        "The support desk that keeps its word. Errors are problem+json and cite the policy clause.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "The vendor's signed token, or an API key." },
        session: { type: "apiKey", in: "cookie", name: "troth_session" },
      },
    },
  };
}

function operation(id: string, route: Route): Json {
  const parameters = [
    ...fieldsOf(route.params).map((field) => ({ ...field, in: "path", required: true })),
    ...fieldsOf(route.query).map((field) => ({ ...field, in: "query" })),
    ...(isWrite(route) ? [IDEMPOTENCY] : []),
  ];
  const content = Object.fromEntries(
    typesOf(route).map((type) => [type, { schema: route.isFile ? BYTES : refOf(route.response) }]),
  );
  return {
    operationId: id,
    summary: route.summary,
    ...(route.permission === "public.read" || route.permission === "session.start"
      ? { security: [] }
      : { security: [{ bearer: [] }, { session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? { requestBody: { required: true, content: { "application/json": { schema: refOf(route.body) } } } }
      : {}),
    ...(route.isUpload ? { requestBody: { required: true, content: { [OCTETS]: { schema: BYTES } } } } : {}),
    responses: {
      [route.status]: { description: "Done.", content },
      default: {
        description: `Refused or failed: ${[...new Set(Object.values(FAIL_STATUS))].join(", ")}.`,
        content: { "application/problem+json": { schema: refOf(Problem) } },
      },
    },
    "x-permission": route.permission,
  };
}

const OCTETS = "application/octet-stream";
const BYTES = { type: "string", format: "binary" };

function typesOf(route: Route): readonly string[] {
  if (route.isPage) return ["text/html", "text/markdown"];
  if (route.isFile) return [OCTETS, "text/plain", "image/*"];
  return [route.isStream ? "text/event-stream" : "application/json"];
}

const IDEMPOTENCY = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "Your own unguessable id of this write. A retry with the same key and body changes nothing twice.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

function refOf(schema: z.ZodType): Json {
  const id = z.globalRegistry.get(schema)?.id;
  if (id) return { $ref: REF + id };
  return withoutMarks(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json);
}

function fieldsOf(schema: z.ZodType | undefined): { name: string; required: boolean; schema: Json }[] {
  if (!schema) return [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod writes an object schema for an object
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(json.properties ?? {}).map(([name, field]) => ({
    name,
    required: json.required?.includes(name) ?? false,
    schema: withoutMarks(field),
  }));
}

/** JSON Schema's own marks have no place inside an OpenAPI document. */
function withoutMarks(schema: Json): Json {
  const { $schema: _schema, $id: _id, id: _own, "~standard": _standard, ...rest } = schema;
  return rest;
}
