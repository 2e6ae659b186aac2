import { globSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

type Json = {
  type?: string;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  items?: Json;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Json>;
  required?: string[];
};

/** Every input of every noun, as a list in Markdown: which fields, and what each may hold before anything is done with it. */
export async function describeInputs(): Promise<string> {
  const parts: string[] = [];
  for (const file of globSync("lib/**/input.ts").sort()) {
    const found = (await import(/* @vite-ignore */ resolve(file))) as Record<string, unknown>;
    const lines = Object.entries(found)
      .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType && /^[A-Z]/.test(entry[0]))
      .map(([name, schema]) => `- **${name}** ${fieldsOf(schema)}`);
    if (lines.length > 0)
      parts.push([`### ${file.split("/").slice(1, -1).join(" / ")}`, "", ...lines.sort()].join("\n"));
  }
  return parts.join("\n\n");
}

function fieldsOf(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Json;
  return json.properties ? record(json) : kind(json);
}

function record({ properties = {}, required = [] }: Json): string {
  return Object.entries(properties)
    .map(([name, json]) => `${name}${required.includes(name) ? "" : "?"}: ${kind(json)}`)
    .join("; ");
}

function kind(json: Json): string {
  const choices = json.anyOf ?? json.oneOf;
  if (choices) return [...new Set(choices.map(kind))].join(" or ");
  if (json.const !== undefined) return json.const === "" ? "blank" : `"${json.const}"`;
  if (json.enum)
    return json.enum.length > 12 ? `one of ${json.enum.length} words` : json.enum.map((word) => `"${word}"`).join(", ");
  if (json.type === "object") return json.properties ? `{ ${record(json)} }` : "a record";
  if (json.type === "array") return `list of ${kind(json.items ?? {})}${range(json.minItems, json.maxItems, "")}`;
  if (json.type === "string") return text(json);
  if (json.type === "number" || json.type === "integer")
    return `${json.type}${range(small(json.minimum), small(json.maximum), "")}`;
  return json.type ?? "see the rules of its file";
}

function text({ format, pattern, minLength, maxLength }: Json): string {
  const shape = format ?? (pattern ? `text like \`${pattern.replaceAll("|", "\\|")}\`` : "text");
  return `${shape}${range(minLength, maxLength, " signs")}`;
}

const small = (value?: number) =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;

function range(least?: number, most?: number, unit = ""): string {
  if (least === undefined && most === undefined) return "";
  return ` (${least ?? 0} to ${most ?? "any"}${unit})`;
}
