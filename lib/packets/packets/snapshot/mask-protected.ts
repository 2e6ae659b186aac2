import { quoted } from "@/lib/platform/text/text";
import type { Secret } from "./leaks";

/**
 * Returns a function that replaces the client's name in a text by the client's code, and reports where other values
 * are. It replaces whole values only; a partial name stays and is found by the leak check, so that a person looks at
 * it.
 */
export function maskProtected(
  secrets: readonly Secret[],
  { client, witnesses }: { client: string; witnesses: string | null },
): (text: string) => string {
  // A code word or a name in a chat may be an everyday word, so a person checks it.
  const named = secrets
    .filter(({ kind }) => kind !== "code word" && kind !== "chat name")
    .map(({ kind, value }) => [value, kind === "name" ? client : `[${kind}: sealed annex]`] as const);
  const others = witnesses ? [[witnesses, "[witnesses: sealed annex]"] as const] : [];
  const rules = [...named, ...others]
    .filter(([value]) => value.trim().length >= 3)
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([value, instead]) => ({ pattern: patternOf(value), instead }));
  return (text) => rules.reduce((now, { pattern, instead }) => now.replace(pattern, () => instead), text);
}

/** The value in any case, with any run of spaces, commas and line ends between its words. */
function patternOf(value: string): RegExp {
  const words = value
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(quoted);
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s,;]+")}(?![\\p{L}\\p{N}])`, "giu");
}
