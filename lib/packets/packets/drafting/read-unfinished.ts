import { type DraftContent, UnfinishedDraft } from "../input";

/** A draft as far as it can be parsed: a text that is too long, or half a date, counts as missing. */
export function readUnfinished(raw: unknown): DraftContent {
  let given = plain(raw);
  // Each round removes what the previous one could not parse; removing a whole answer ends it.
  for (let round = 0; round < 4; round += 1) {
    const parsed = UnfinishedDraft.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const { path } of parsed.error.issues) drop(given, round < 2 ? path : path.slice(0, 1));
    if (parsed.error.issues.some(({ path }) => path.length === 0)) given = {};
  }
  return UnfinishedDraft.parse({});
}

/** Converts objects without a prototype, as parsed from a form, to ordinary ones. */
function plain(raw: unknown): unknown {
  return raw === undefined ? {} : JSON.parse(JSON.stringify(raw));
}

function drop(from: unknown, path: readonly PropertyKey[]): void {
  let at = from;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== "object" || at === null) return;
    at = Reflect.get(at, key);
  }
  const last = path.at(-1);
  if (last !== undefined && typeof at === "object" && at !== null) Reflect.deleteProperty(at, last);
}
