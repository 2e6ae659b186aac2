/** What one press means, given the press before it. Pure, so that it can be tested without a browser. */
export type KeyMeaning =
  | { act: "find" }
  | { act: "help" }
  | { act: "note" }
  | { act: "go"; keys: string }
  | { act: "wait" }
  | { act: "none" };

/** `sequences` are written as shown to people: "g w". `before` is the first letter of a sequence already begun. */
export function meaningOf(key: string, before: string | undefined, sequences: readonly string[]): KeyMeaning {
  if (before) {
    const keys = `${before} ${key}`;
    if (sequences.includes(keys)) return { act: "go", keys };
  }
  if (key === "/") return { act: "find" };
  if (key === "?") return { act: "help" };
  if (key === "n") return { act: "note" };
  if (sequences.some((sequence) => sequence.startsWith(`${key} `))) return { act: "wait" };
  return { act: "none" };
}
