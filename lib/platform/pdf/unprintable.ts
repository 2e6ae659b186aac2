/** Characters that end a line, part words or join signs: they are known to the layout and need no mark. */
const KNOWN = new Set([0x09, 0x0a, 0x0d]);

/**
 * What would break a file or turn the text around it: controls, lone surrogates, marks that order bytes or override
 * directions, separators of lines, and points that are no characters.
 */
const HOSTILE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** How a character is printed that cannot be: `[U+202E]`. */
export function codeOf(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** More marks on one letter than any language has: a heap that would grow over the lines around it. */
const HEAP = /(\p{M}{8})\p{M}+/gu;
const heapMark = "[…]";

/**
 * The text with every control and every other hostile character as its code, and the end of a heap of marks as `[…]`.
 * Tabs and line ends stay.
 */
export function printable(text: string): string {
  return replaced(text, new Set());
}

/**
 * The same for text that is drawn: words that we set apart, so that their direction is their own, stay set apart. A
 * pair of these signs moves nothing outside it; one without the other is shown.
 */
export function drawable(text: string): string {
  return replaced(text, pairsIn(text));
}

/** Nearly every text: nothing of it is replaced. */
const PLAIN = /^[\t\n\r -~]*$/;

function replaced(text: string, spared: ReadonlySet<number>): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(HOSTILE, (char, at: number) =>
      KNOWN.has(char.codePointAt(0) ?? 0) || spared.has(at) ? char : codeOf(char),
    )
    .replace(HEAP, `$1${heapMark}`);
}

function pairsIn(text: string): Set<number> {
  const pairs = new Set<number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[\u2068\u2069]/g)) {
    if (sign === "\u2068") open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.add(start).add(index);
    }
  }
  return pairs;
}

/** At most so many characters, with a mark where something was cut off. */
export function cut(text: string, most: number): string {
  const chars = [...text];
  return chars.length <= most ? text : `${chars.slice(0, most - 1).join("")}…`;
}
