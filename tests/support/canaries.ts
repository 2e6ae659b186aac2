import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Strings that occur nowhere else, all with one beginning, so that one search over many bytes finds any of them. */
export function makeCanaries() {
  const stem = `zq${randomBytes(6).toString("hex")}`;
  const made: string[] = [];
  const numbers: string[] = [];
  return {
    stem,
    made,
    numbers,
    next: (): string => {
      made.push(`${stem}n${made.length}x`);
      return made.at(-1) ?? "";
    },
    /** A phone number of eight digits that nobody else has. */
    phone: (): string => {
      numbers.push(String(10_000_000 + Math.floor(Math.random() * 89_999_999)));
      return numbers.at(-1) ?? "";
    },
  };
}

/** The files below these places that hold one of the words, in small or capital letters, or as UTF-16. */
export function filesWith(
  places: readonly string[],
  words: readonly string[],
): { searched: number; bytes: number; hits: string[] } {
  const wanted = words.flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word.toUpperCase()),
    Buffer.from(word, "utf16le"),
    Buffer.from(Buffer.from(word).toString("hex")),
  ]);
  const found = { searched: 0, bytes: 0, hits: [] as string[] };
  for (const path of places.flatMap(filesOf)) {
    const bytes = readOrNothing(path);
    found.searched += 1;
    found.bytes += bytes.length;
    if (wanted.some((word) => bytes.includes(word))) found.hits.push(path);
  }
  return found;
}

function filesOf(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Postgres removes a segment now and then while we look. */
function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
