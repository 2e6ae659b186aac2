/** What stands in a message: text, a value, a choice by a number or a word, or words within a tag. */
type Element =
  | { kind: "text"; text: string }
  | { kind: "value"; name: string }
  | { kind: "number" }
  | { kind: "plural" | "select"; name: string; options: Record<string, Element[]> }
  | { kind: "tag"; name: string; inner: Element[] };

/** A value, or for a tag what is made of the words in it. */
export type Given = Record<string, unknown>;

/**
 * A message of ICU MessageFormat as far as ours go: values, plural, select and tags, with `'{'` for a brace that is meant.
 * A test compares it with `intl-messageformat` on every message of the catalogue; that one alone is 10 kB of script.
 */
export class MessageFormat {
  private readonly elements: Element[];
  private readonly rules: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;

  constructor(message: string, language: string) {
    this.elements = read(message);
    this.rules = rulesOf(language);
    this.numbers = numbersOf(language);
  }

  /** A text, or where an element or a tag stands in it, its pieces. @throws Error for a value that was not given */
  format<Piece = string>(values: Given = {}): string | Piece | (string | Piece)[] {
    const pieces = this.piecesOf(this.elements, values, null);
    return pieces.length > 1 ? (pieces as (string | Piece)[]) : ((pieces[0] ?? "") as string | Piece);
  }

  private piecesOf(elements: readonly Element[], values: Given, counted: number | null): unknown[] {
    const pieces: unknown[] = [];
    const add = (piece: unknown) => {
      if (typeof piece === "string" && typeof pieces.at(-1) === "string") pieces.push(`${pieces.pop()}${piece}`);
      else pieces.push(piece);
    };
    for (const element of elements) {
      if (element.kind === "text") add(element.text);
      else if (element.kind === "number") add(this.numbers.format(counted ?? 0));
      else for (const piece of this.filled(element, wanted(values, element.name), values, counted)) add(piece);
    }
    return pieces;
  }

  private filled(
    element: Exclude<Element, { kind: "text" | "number" }>,
    value: unknown,
    values: Given,
    counted: number | null,
  ): unknown[] {
    if (element.kind === "value") return [typeof value === "object" && value !== null ? value : written(value)];
    if (element.kind === "tag") {
      const made = (value as (words: unknown[]) => unknown)(this.piecesOf(element.inner, values, counted));
      return Array.isArray(made) ? made : [made];
    }
    const { options } = element;
    if (element.kind === "select") return this.piecesOf(options[String(value)] ?? options.other ?? [], values, counted);
    const count = Number(value);
    const chosen = options[`=${count}`] ?? options[this.rules.select(count)] ?? options.other ?? [];
    return this.piecesOf(chosen, values, count);
  }
}

function wanted(values: Given, name: string): unknown {
  if (!(name in values)) throw new Error(`A message wants a value for {${name}}.`);
  return values[name];
}

const written = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? `${value}` : "");

/** Making these takes longer than using them. */
const madeRules = new Map<string, Intl.PluralRules>();
const madeNumbers = new Map<string, Intl.NumberFormat>();

function rulesOf(language: string): Intl.PluralRules {
  const made = madeRules.get(language) ?? new Intl.PluralRules(language);
  madeRules.set(language, made);
  return made;
}

function numbersOf(language: string): Intl.NumberFormat {
  const made = madeNumbers.get(language) ?? new Intl.NumberFormat(language);
  madeNumbers.set(language, made);
  return made;
}

const argument = /\{\s*([^\s,{}]+)\s*(?:\}|,\s*(plural|select)\s*,\s*)/y;
const option = /\s*(=\d+|[^\s{}]+)\s*\{/y;
const openTag = /<([a-zA-Z][\w.-]*)>/y;

/** @throws Error for a message that is not closed, or asks for something else than these */
function read(message: string): Element[] {
  let at = 0;

  function matched(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(message);
    if (found) at = pattern.lastIndex;
    return found;
  }

  /** Up to `end`, which is passed over. */
  function elementsTo(end: string, isCounted: boolean): Element[] {
    const found: Element[] = [];
    let text = "";
    const flush = () => {
      if (text) found.push({ kind: "text", text });
      text = "";
    };
    while (!(end && message.startsWith(end, at))) {
      if (at >= message.length) {
        if (end) throw new Error(`A message has no "${end}": ${message}`);
        flush();
        return found;
      }
      const sign = message[at] ?? "";
      const tag = sign === "<" ? matched(openTag) : null;
      if (tag) {
        flush();
        const name = tag[1] ?? "";
        found.push({ kind: "tag", name, inner: elementsTo(`</${name}>`, isCounted) });
      } else if (sign === "{") {
        flush();
        found.push(readArgument());
      } else if (sign === "#" && isCounted) {
        flush();
        found.push({ kind: "number" });
        at += 1;
      } else if (sign === "'") text += readQuote(isCounted);
      else {
        text += sign;
        at += 1;
      }
    }
    flush();
    at += end.length;
    return found;
  }

  function readArgument(): Element {
    const found = matched(argument);
    if (!found) throw new Error(`A message has a brace that begins no value: ${message}`);
    const [, name = "", kind] = found;
    if (kind !== "plural" && kind !== "select") return { kind: "value", name };
    const options: Record<string, Element[]> = {};
    for (let next = matched(option); next; next = matched(option)) {
      options[next[1] ?? ""] = elementsTo("}", kind === "plural");
    }
    if (!matched(/\s*\}/y) || !options.other) throw new Error(`A message has a choice without an end: ${message}`);
    return { kind, name, options };
  }

  /** An apostrophe is one, unless it begins a quotation of a sign that would mean something. */
  function readQuote(isCounted: boolean): string {
    const next = message[at + 1] ?? "";
    if (next === "'") {
      at += 2;
      return "'";
    }
    const isSign = next !== "" && `{}<>${isCounted ? "#" : ""}`.includes(next);
    if (!isSign) {
      at += 1;
      return "'";
    }
    const quoted = /'((?:[^']|'')*)'?/y;
    return (matched(quoted)?.[1] ?? "").replaceAll("''", "'");
  }

  return elementsTo("", false);
}
