type Nested = string | Nested[] | { [key: string]: Nested };

const refused = new Set(["__proto__", "constructor", "prototype"]);
/** None of our fields is nested deeper; a name with a thousand dots is not from our form. */
const deepest = 8;

/** `accounts.0.platform` and `client.name` as objects and lists. Files and the framework's own fields are left out. */
export function nestedForm(form: FormData): Record<string, Nested> {
  const root: { [key: string]: Nested } = {};
  for (const [name, value] of Object.entries(typedValues(form))) {
    const path = name.split(".", deepest + 1);
    if (path.length <= deepest) put(root, path, value);
  }
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, withLists(value)]));
}

/** What was typed, by the flat name of its field. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  }
  return values;
}

function put(into: { [key: string]: Nested }, path: string[], value: string): void {
  const [head, ...rest] = path;
  if (head === undefined || refused.has(head)) return;
  if (rest.length === 0) {
    into[head] = value;
    return;
  }
  const known = into[head];
  const next = typeof known === "object" && !Array.isArray(known) ? known : {};
  into[head] = next;
  put(next, rest, value);
}

/** Keys 0, 1, 2 without a gap make a list; a row that is missing in between shifts nothing silently. */
function withLists(value: Nested): Nested {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const);
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key) && Number(key) < entries.length);
  if (!isList) return Object.fromEntries(entries);
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
}

const most = 20;

/** How many rows of a repeated part a form has, by its own hidden count. */
export function rowCount(values: Record<string, string>, part: string): number {
  const count = Number(values[`rows.${part}`] ?? 1);
  return Number.isInteger(count) && count >= 1 && count <= most ? count : 1;
}

/**
 * The server's answer to "Add another" and "Remove": what was typed, with one row more or less. Null for another button.
 * A field that names a row by its place (`incidents.0.account`) goes on naming the same one, or none when that is gone.
 * @param act `add accounts`, `remove incidents 2`
 */
export function withRows(values: Record<string, string>, act: string): Record<string, string> | null {
  const [verb, part, at] = act.split(" ");
  if (!part || (verb !== "add" && verb !== "remove")) return null;
  const count = rowCount(values, part);
  const drawn = { ...values, drawn: String(Number(values.drawn ?? 0) + 1) };
  if (verb === "add") return { ...drawn, [`rows.${part}`]: String(Math.min(count + 1, most)) };
  const gone = Number(at);
  if (!Number.isInteger(gone) || gone < 0 || gone >= count || count === 1) return drawn;
  const rest = Object.entries(drawn).flatMap(([name, value]) => {
    if (name.endsWith(`.${part.replace(/s$/, "")}`)) return [[name, placeAfter(value, gone)] as const];
    const row = rowOf(name, part);
    if (row === null || row < gone) return [[name, value] as const];
    if (row === gone) return [];
    return [[name.replace(`${part}.${row}.`, `${part}.${row - 1}.`), value] as const];
  });
  return { ...Object.fromEntries(rest), [`rows.${part}`]: String(count - 1) };
}

/** The row that "Add another" created, or the one in place of a removed row; null for another part or button. */
export function rowAfter(act: string, part: string, count: number): number | null {
  const [verb, of, at] = act.split(" ");
  if (of !== part) return null;
  if (verb === "add") return count - 1;
  return verb === "remove" ? Math.min(Number(at), count - 1) : null;
}

/** The new position of a row after an earlier one, or itself, was removed. */
function placeAfter(place: string, gone: number): string {
  if (place === "" || Number(place) < gone) return place;
  return Number(place) === gone ? "" : String(Number(place) - 1);
}

function rowOf(name: string, part: string): number | null {
  const [head, row] = name.split(".");
  return head === part && row !== undefined && /^\d+$/.test(row) ? Number(row) : null;
}
