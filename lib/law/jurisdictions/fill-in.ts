/** What data may reuse by name: named sources and parts, list entries (`processes/ic3`), sentences. */
export type Parts = ReadonlyMap<string, unknown>;

type Fields = Readonly<Record<string, unknown>>;
/** The thing at hand inside `forEach`, and the names that are being taken over, so that none takes over itself. */
type Around = { parts: Parts; item?: unknown; open: readonly string[] };

const blank = /<([\w./-]+)>/g;

/**
 * Expands shorthand in the data, so that each fact is stored once:
 * - `use: name` is the part of that name; fields next to it override it; in a list, a list is spliced in;
 * - `<name>` in a text is the text of that name;
 * - `forEach: platforms` repeats a document or block for each item of a list, without those in `except`; `<field>` is a
 * field of the item. `if: field` and `unless: field` keep a block if the item has the field, or has it not;
 * - a source without a text says the same as its parent.
 * @throws Error for a name that cannot be resolved
 */
export function fillIn(value: unknown, parts: Parts): unknown {
  return filled(value, { parts, open: [] });
}

function filled(value: unknown, around: Around): unknown {
  if (typeof value === "string") return filledText(value, around);
  if (Array.isArray(value)) return value.flatMap((item) => filledItems(item, around));
  if (!isFields(value)) return value;
  if ("forEach" in value) throw new Error("forEach: stands only in a list, or for a whole file");
  const { use, ...own } = value;
  const mine = mapped(own, around);
  return sourced(use === undefined ? mine : joined(taken(use, around), mine));
}

/** What one thing of a list comes to: itself, the list of that name, or one for each. */
function filledItems(value: unknown, around: Around): unknown[] {
  if (!isFields(value)) return [filled(value, around)];
  const { forEach: list, except = [], ...rest } = value;
  if (list !== undefined) {
    const left = Array.isArray(except) ? except : [];
    return itemsOf(list, around)
      .filter((item) => !(isFields(item) && left.includes(item.key)))
      .flatMap((item) => filledItems(rest, { ...around, item }));
  }
  const { if: where, unless, ...piece } = rest;
  if (where !== undefined && !holds(where, around)) return [];
  if (unless !== undefined && holds(unless, around)) return [];
  const made = filled(piece, around);
  return Array.isArray(made) ? made : [made];
}

function itemsOf(list: unknown, around: Around): unknown[] {
  const found =
    typeof list === "string"
      ? (fieldOf(list, around.item) ?? around.parts.get(list) ?? (around.item === undefined ? list : []))
      : list;
  if (!Array.isArray(found)) throw new Error(`forEach: no list ${String(list)}`);
  return found.map((item) => filled(item, { ...around, item: undefined }));
}

const holds = (field: unknown, { item }: Around): boolean => {
  const value = fieldOf(String(field), item);
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
};

/** The whole value of a blank, or a text with its blanks filled. */
function filledText(text: string, around: Around): unknown {
  const whole = /^<([\w./-]+)>$/.exec(text)?.[1];
  if (whole !== undefined) return named(whole, around) ?? text;
  return text.replace(blank, (as, name: string) => String(named(name, around) ?? as));
}

function named(name: string, around: Around): unknown {
  const found = fieldOf(name, around.item) ?? (around.parts.has(name) ? taken(name, around) : undefined);
  if (found === undefined && around.item !== undefined) throw new Error(`nothing is called ${name}`);
  return found;
}

function taken(name: unknown, around: Around): unknown {
  const { parts, open } = around;
  if (typeof name !== "string" || !parts.has(name)) throw new Error(`use: nothing is called ${String(name)}`);
  if (open.includes(name)) throw new Error(`use: ${name} takes over itself`);
  return filled(parts.get(name), { parts, open: [...open, name] });
}

function joined(base: unknown, own: Fields): unknown {
  if (Object.keys(own).length === 0) return base;
  if (!isFields(base)) throw new Error(`use: nothing can stand beside it here: ${Object.keys(own).join(", ")}`);
  return { ...base, ...own };
}

/** @param path `process.why`: a field of a field */
function fieldOf(path: string, item: unknown): unknown {
  return path.split(".").reduce<unknown>((from, name) => (isFields(from) ? from[name] : undefined), item);
}

function mapped(fields: Fields, around: Around): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, part]) => [key, filled(part, around)]));
}

function sourced(value: unknown): unknown {
  if (!isFields(value) || typeof value.text !== "string" || !Array.isArray(value.sources)) return value;
  const { text } = value;
  const sources = value.sources.map((source) =>
    isFields(source) && !("text" in source) ? { text, ...source } : source,
  );
  return { ...value, sources };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
