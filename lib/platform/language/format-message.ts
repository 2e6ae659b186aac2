import { numberIn, pluralFormIn } from "./formats";
import type { MessagePart } from "./parse-message";

/** What stands in a message: text, a number, an element of the page, and for a tag what is made of the words inside. */
type Given = Readonly<Record<string, unknown>>;

/**
 * A message with its values, in pieces: texts, and the elements between them. No value (null, undefined, false) writes
 * nothing.
 * @param code the language of the message
 * @throws for a value that is missing
 */
export function formatMessage(parts: readonly MessagePart[], code: string, values: Given = {}, count?: number) {
  const pieces: unknown[] = [];
  const add = (piece: unknown) => {
    const last = pieces.length - 1;
    if (typeof piece === "string" && typeof pieces[last] === "string") pieces[last] += piece;
    else pieces.push(piece);
  };
  for (const part of parts) {
    if (typeof part === "string") add(part);
    else if (part.type === "#") add(numberIn(code, count ?? 0));
    else for (const piece of piecesOf(part, code, values, count)) add(piece);
  }
  return pieces;
}

type Wanting = Exclude<MessagePart, string | { type: "#" }>;

function piecesOf(part: Wanting, code: string, values: Given, count?: number): unknown[] {
  if (!Object.hasOwn(values, part.name)) throw new Error(`A message wants a value that it is not given: ${part.name}`);
  const given = values[part.name];
  if (part.type === "value") return [typeof given === "number" ? String(given) : given || ""];
  if (part.type === "tag") return [(given as Make)(formatMessage(part.inside, code, values, count))];
  const { type, options } = part;
  const form = type === "select" ? String(given) : pluralFormIn(code, type, Number(given));
  const chosen = (type !== "select" && options.get(`=${given}`)) || options.get(form) || options.get("other") || [];
  return formatMessage(chosen, code, values, type === "select" ? undefined : Number(given));
}

type Make = (words: unknown[]) => unknown;
