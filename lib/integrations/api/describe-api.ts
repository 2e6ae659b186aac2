import "server-only";
import { z } from "zod";
import { apiScopes } from "@/lib/integrations/api-tokens/types";
import { operations } from "./operations/all";
import { problemWords } from "./rules";
import type { ApiOperation } from "./types";

type Schema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };

/** The description of `/api/v1` by OpenAPI 3.1, made of the table of operations and the schemas of the forms. */
export function describeApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const at = paths[operation.path] ?? {};
    at[operation.method.toLowerCase()] = describe(operation);
    paths[operation.path] = at;
  }
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Crossdocket",
      version: "1",
      description:
        "What a program may do in the name of one member, within the scopes of its token. A schema says which values have the right shape; rules across fields, and what the state of a case allows, are checked as on the pages.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: `Scopes: ${apiScopes.join(", ")}.` },
      },
      schemas: { Problem: problem },
      responses: Object.fromEntries(refusals.map((status) => [`Problem${status}`, refusalOf(status)])),
      headers: {
        RateLimit: {
          description: "How many requests are left, and in how many seconds all are.",
          schema: { type: "string" },
        },
        RetryAfter: { description: "Seconds to wait.", schema: { type: "integer" } },
      },
    },
  };
}

/** What any operation may be refused with. */
const refusals = [401, 403, 404, 409, 422, 429] as const;

const problem = {
  type: "object",
  description: "RFC 9457. No text of it holds anything about anybody.",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string" }, detail: { type: "string" } },
      },
    },
  },
};

const refusalOf = (status: number) => ({
  description: Object.values(problemWords)
    .filter((words) => words.status === status)
    .map(({ title }) => `${title}.`)
    .join(" "),
  ...(status === 429 ? { headers: { "Retry-After": { $ref: "#/components/headers/RetryAfter" } } } : {}),
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

function describe(operation: ApiOperation): Record<string, unknown> {
  const { id, summary, scope, path, status } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const { properties = {}, required = [], ...input } = schemaOf(operation.input, "input");
  const rest = Object.entries(properties).filter(([name]) => !names.includes(name));
  const isNeeded = (name: string) => required.includes(name);
  const parameters = names.map((name) => ({ name, in: "path", required: true, schema: properties[name] }));
  const query = operation.method === "GET" ? rest : [];
  const headers = { RateLimit: { $ref: "#/components/headers/RateLimit" } };
  return {
    operationId: id,
    summary,
    ...(scope ? { description: `Scope: \`${scope}\`.`, security: [{ token: [scope] }] } : {}),
    parameters: [
      ...parameters,
      ...query.map(([name, schema]) => ({ name, in: "query", required: isNeeded(name), schema })),
      ...(operation.kind === "writing" ? [idempotencyKey] : []),
    ],
    ...(operation.kind === "writing"
      ? {
          requestBody: bodyOf("application/json", {
            ...input,
            properties: Object.fromEntries(rest),
            required: rest.map(([name]) => name).filter(isNeeded),
          }),
        }
      : {}),
    ...(operation.kind === "upload" ? { requestBody: bodyOf("application/octet-stream", {}) } : {}),
    responses: {
      [status]: { description: summary, headers, content: contentOf(operation) },
      ...(operation.kind === "upload"
        ? { 200: { description: "Received before.", headers, content: contentOf(operation) } }
        : {}),
      ...Object.fromEntries(refusals.map((code) => [code, { $ref: `#/components/responses/Problem${code}` }])),
    },
  };
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Chosen by the sender. The same request with the same key is done once, and answered again for 24 hours.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const bodyOf = (mime: string, schema: object) => ({ required: true, content: { [mime]: { schema } } });

function contentOf(operation: ApiOperation): Record<string, unknown> {
  if (operation.kind === "download")
    return Object.fromEntries(
      ["application/octet-stream", "application/pdf", "text/csv"].map((mime) => [mime, { schema: {} }]),
    );
  return { "application/json": { schema: schemaOf(operation.answer, "output") } };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return made;
}
