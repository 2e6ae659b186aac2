import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean };
type Content = Record<string, { schema: object }>;
type Operation = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content; $ref?: string }>;
};
export type Description = {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, { content: Content }>; schemas: Record<string, object> };
};

export type Answered = { status: number; body: Record<string, unknown>; bytes: Uint8Array; headers: Headers };
export type Send = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer> },
) => Promise<Response>;

/**
 * A client made of a description and of nothing else: `client.openCase({...})`. It checks each body that it sends, and
 * each answer that it gets, against the schema that the description has for it.
 */
export function clientOf(description: Description, send: Send, token: string | null) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const checks = new Map<object, ValidateFunction>();
  const check = (schema: object, value: unknown, what: string) => {
    const known = checks.get(schema) ?? ajv.compile({ ...schema, components: description.components });
    checks.set(schema, known);
    if (!known(value)) throw new Error(`${what} is not as described: ${ajv.errorsText(known.errors)}`);
  };
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const base = description.servers[0]?.url ?? "";

  /**
   * @param sent fields of path, query and body by name, as the description places them
   * @param more.unchecked what is sent is meant to be wrong
   */
  async function call(
    id: string,
    sent: Record<string, unknown> = {},
    more: { bytes?: Uint8Array; headers?: Record<string, string>; unchecked?: true } = {},
  ): Promise<Answered> {
    const found = operations.find(({ operation }) => operation.operationId === id);
    if (!found) throw new Error(`There is no operation ${id}.`);
    const { path, method, operation } = found;
    const left = { ...sent };
    const take = (name: string) => {
      const value = left[name];
      delete left[name];
      return value === undefined ? undefined : String(value);
    };
    const query = new URLSearchParams();
    let address = path;
    for (const parameter of operation.parameters) {
      if (parameter.in === "path")
        address = address.replace(`{${parameter.name}}`, encodeURIComponent(take(parameter.name) ?? ""));
      const value = parameter.in === "query" ? take(parameter.name) : undefined;
      if (value !== undefined) query.set(parameter.name, value);
    }
    const headers: Record<string, string> = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...more.headers };
    let body: Uint8Array<ArrayBuffer> | undefined;
    const json = operation.requestBody?.content["application/json"];
    if (json) {
      if (!more.unchecked) check(json.schema, left, `What is sent to ${id}`);
      body = new TextEncoder().encode(JSON.stringify(left));
      headers["content-type"] ??= "application/json";
    } else if (operation.requestBody) {
      body = new Uint8Array(more.bytes ?? []);
    }
    if (body) headers["content-length"] ??= String(body.byteLength);
    const search = query.size > 0 ? `?${query}` : "";
    const response = await send(`${base}${address}${search}`, { method, headers, ...(body ? { body } : {}) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const type = response.headers.get("content-type") ?? "";
    const answer: unknown = /json/.test(type) ? JSON.parse(new TextDecoder().decode(bytes)) : {};
    const described = operation.responses[String(response.status)];
    const content = described?.$ref
      ? description.components.responses[described.$ref.split("/").at(-1) ?? ""]?.content
      : described?.content;
    const schema = content?.[type.split(";")[0] ?? ""]?.schema;
    if (!described && ![400, 411, 413, 415].includes(response.status))
      throw new Error(`${id} answers ${response.status}, which is not described.`);
    if (schema) check(schema, answer, `The answer ${response.status} of ${id}`);
    return { status: response.status, body: answer as Record<string, unknown>, bytes, headers: response.headers };
  }
  return { call, ids: operations.map(({ operation }) => operation.operationId) };
}

export type ApiClient = ReturnType<typeof clientOf>;
