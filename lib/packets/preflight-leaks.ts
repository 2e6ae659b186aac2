/** Scripts that put no space between words: a name of two signs there is looked for anywhere. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * The protected values that occur in a text, however they are cased, spaced, hyphenated or accented.
 * A value of fewer than four letters or digits is looked for as a whole word only, so that it does not
 * match everywhere. Gives the places in the list of values, never the values themselves.
 */
export function findLeaks(text: string, protectedValues: readonly string[]): number[] {
  const plain = folded(text);
  const dense = plain.replaceAll(" ", "");
  return protectedValues.flatMap((value, i) => {
    const wanted = folded(value);
    const tight = wanted.replaceAll(" ", "");
    if (tight === "") return [];
    if ([...tight].length < 4 && !WITHOUT_SPACES.test(tight)) return ` ${plain} `.includes(` ${wanted} `) ? [i] : [];
    return plain.includes(wanted) || dense.includes(tight) ? [i] : [];
  });
}

/** Every string of a value, keys left out, one to a line: what a search for leaks has to look at. */
export function stringsIn(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(stringsIn).join("\n");
  if (typeof value === "object" && value !== null) return Object.values(value).map(stringsIn).join("\n");
  return typeof value === "number" ? String(value) : "";
}

/** Lower case, no accents, every run of other signs one space. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
