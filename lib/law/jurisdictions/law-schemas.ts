import { z } from "zod";
import { sourcedTextSchema } from "./briefing-types";
import { checklistSchema } from "./checklist-types";
import { packetStandardSchema, packetWordSchema } from "./packet-word-types";
import { playbookSchema } from "./playbook-types";
import { fileSchemas } from "./read-folder";
import { civilDate } from "./source-types";
import { notKnown, wordSchemas } from "./word-types";

/** A JSON Schema, or a piece of one. */
type Node = {
  type?: string;
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: Node | boolean;
  items?: Node;
  allOf?: Node[];
  anyOf?: Node[];
  oneOf?: Node[];
  if?: Node;
  else?: Node;
  [key: string]: unknown;
};

/**
 * The published schemas of the law files, by kind of file, for completion and validation in editors. Stricter than the
 * reader, because an unknown name is an error, and aware of shorthand (`fill-in.ts`).
 */
export function lawSchemas(): Record<string, Node> {
  const words = Object.entries(wordSchemas).map(([name, schema]): [string, z.ZodType] => [`words-${name}`, schema]);
  const files: [string, z.ZodType][] = [...Object.entries(fileSchemas), ...words];
  return Object.fromEntries(
    files.map(([name, schema]) => [name, { ...(name === "paper" ? repeated : same)(node(schema, name)), title: name }]),
  );
}

const same = (node: Node) => node;
/** A document repeated for each item of a list is checked when it is read. */
const repeated = ({ $schema, ...rest }: Node): Node => ({ $schema, if: { required: ["forEach"] }, else: rest });

/** Since when the words have been checked, or that nobody recorded it. No running code reads it yet. */
const checkedOn = plain(civilDate.or(notKnown));

function node(schema: z.ZodType, name: string): Node {
  const { $schema, ...whole } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const one = jsonSchema as Node;
      const isBare = [packetWordSchema, sourcedTextSchema, checklistSchema].includes(zodSchema as never);
      if (isBare || zodSchema === packetStandardSchema) one.properties = { ...one.properties, checkedOn };
      if (isBare) one.required = [...(one.required ?? []), "checkedOn"];
      // Its steps may be in separate files.
      if (zodSchema === playbookSchema) one.required = one.required?.filter((key) => key !== "steps");
    },
  }) as Node;
  return { $schema, ...shaped(whole, name !== "sources") };
}

function plain(schema: z.ZodType): Node {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-7" }) as Node;
  return rest;
}

function shaped(node: Node, mayTakeOver: boolean): Node {
  const both = node.allOf ? spread(node.allOf) : node;
  const { oneOf, anyOf = oneOf, ...rest } = both;
  const inner = (piece: Node) => shaped(piece, mayTakeOver);
  const made: Node = {
    ...rest,
    ...(anyOf ? { anyOf: anyOf.map(inner) } : {}),
    ...(rest.items ? { items: inner(rest.items) } : {}),
    ...(typeof rest.additionalProperties === "object"
      ? { additionalProperties: inner(rest.additionalProperties) }
      : {}),
  };
  return rest.properties ? closed(made, rest.properties, inner, mayTakeOver) : made;
}

/** An object that rejects unknown names, and may use the shorthand `use: name`. */
function closed(
  node: Node,
  properties: Record<string, Node>,
  inner: (piece: Node) => Node,
  mayTakeOver: boolean,
): Node {
  const { required = [], ...rest } = node;
  const isSource = ["text", "source", "marks", "checkedOn"].every((name) => name in properties);
  const needed = isSource && mayTakeOver ? required.filter((name) => name !== "text") : required;
  const own = Object.fromEntries(Object.entries(properties).map(([name, piece]) => [name, inner(piece)]));
  if (!mayTakeOver) return { ...rest, properties: own, required: needed, additionalProperties: false };
  const use: Node = {
    type: "string",
    description: "What stands under this name in sources.yaml, parts.yaml or a list.",
  };
  return {
    ...rest,
    properties: { ...own, use },
    additionalProperties: false,
    if: { required: ["use"] },
    else: { required: needed },
  };
}

/** An intersection: the names of the one with those of each variant of the other. */
function spread(all: readonly Node[]): Node {
  const kinds = all.map((node) => node.oneOf ?? node.anyOf ?? [node]);
  const pairs = kinds.reduce((left, right) => left.flatMap((a) => right.map((b) => together(a, b))));
  return pairs.length === 1 && pairs[0] ? pairs[0] : { anyOf: pairs };
}

function together(a: Node, b: Node): Node {
  const required = [...(a.required ?? []), ...(b.required ?? [])];
  return { type: "object", properties: { ...a.properties, ...b.properties }, required };
}
