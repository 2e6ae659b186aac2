import type { LawFolder } from "./read-folder";

/**
 * The law of the release as the files that the code imports: one JSON for the law, one for each file of words, so that
 * a page loads only what it needs. Browsers have no folder to read, and Next, Vitest and tsx can all import JSON
 * without a loader.
 */
export function releaseFiles({ law, words }: LawFolder): Record<string, string> {
  const ofWords = Object.entries(words).map(([name, wording]) => [`words/${name}.json`, `${lines(wording, 1)}\n`]);
  return { "law.json": `${lines(law, 3)}\n`, ...Object.fromEntries(ofWords) };
}

/** JSON with a line for each thing down to a depth, so that a change of one is a change of one line. */
function lines(value: unknown, depth: number): string {
  if (depth === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
  const inside = Array.isArray(value)
    ? value.map((item) => lines(item, typeof item === "object" && Array.isArray(value) ? 0 : depth - 1))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${lines(part, depth - 1)}`);
  if (inside.length === 0) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${inside.join(",\n")}\n${close}`;
}
