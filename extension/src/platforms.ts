/** A rule: where in the address or the source of a page a value stands, as a pattern with one group. */
type Rule = { field: Field; from: "address" | "source"; pattern: string };

type Field = "accountId" | "handle" | "postId";

export type Platform = { key: string; hosts: string[]; rules: Rule[]; limits: string; source: string };

export type Found = { platform: string | null } & Record<Field, string | null>;

/** More of a source is not looked through: what a page says is not worth more than this. */
const mostSource = 8_000_000;

/** The platform whose host this is, or that of a part of it such as `m.`. */
export function platformOf(address: string, platforms: readonly Platform[]): Platform | null {
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return (
    platforms.find(({ hosts }) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))) ?? null
  );
}

/**
 * What the page says of account and post. The first rule of a field that finds something counts, and only if it finds one
 * value: a page that shows several accounts does not say whose it is. `{handle}` and `{postId}` in a pattern stand for what
 * was found before.
 */
export function readByRules(address: string, source: string, platforms: readonly Platform[]): Found {
  const found: Found = { platform: null, accountId: null, handle: null, postId: null };
  const platform = platformOf(address, platforms);
  if (!platform) return found;
  found.platform = platform.key;
  const text = source.slice(0, mostSource);
  for (const { field, from, pattern } of platform.rules) {
    const filled = fillIn(pattern, found);
    if (found[field] === null && filled !== null) found[field] = onlyOne(filled, from === "address" ? address : text);
  }
  return found;
}

/** Null while a value that the pattern needs is not known. */
function fillIn(pattern: string, { handle, postId }: Found): string | null {
  if ((pattern.includes("{handle}") && !handle) || (pattern.includes("{postId}") && !postId)) return null;
  return pattern.replaceAll("{handle}", literal(handle ?? "")).replaceAll("{postId}", literal(postId ?? ""));
}

const literal = (text: string): string => text.replace(/[^\w]/g, "\\$&");

function onlyOne(pattern: string, text: string): string | null {
  const values = new Set<string>();
  for (const match of text.matchAll(new RegExp(pattern, "g"))) {
    if (match[1]) values.add(match[1]);
    if (values.size > 1) return null;
  }
  return [...values][0] ?? null;
}
