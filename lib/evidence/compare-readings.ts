import type { PlainText } from "@/lib/platform/sandbox/types";

/**
 * True when two readings of one file show a person other words: in what stands there, in a header or in the name of
 * something attached. How lines break and how many spaces stand between words is no difference.
 */
export function readsOtherwise(one: PlainText, other: PlainText): boolean {
  return wordsOf(one) !== wordsOf(other);
}

/** An earlier reading as lines: the headers and attachments that are no longer shown so, then its words. */
export function earlierLines(before: PlainText, now: PlainText): string[] {
  const shownNow = new Set([...headerLines(now), ...attachedLines(now)].map(plain));
  const isGone = (line: string) => !shownNow.has(plain(line));
  const headers = headerLines(before).filter(isGone);
  const attached = attachedLines(before).filter(isGone);
  return [headers, before.lines, attached]
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

function wordsOf(text: PlainText): string {
  const attached = attachedLines(text).map(plain).sort();
  return [...headerLines(text).map(plain), plain(text.lines.join(" ")), ...attached, String(text.cut)].join("\n");
}

const headerLines = ({ headers }: PlainText) => headers.map(({ name, value }) => `${name}: ${value}`);
const attachedLines = ({ attachments }: PlainText) =>
  attachments.map(({ name, mime }) => `[Attached: ${name}, ${mime}]`);
const plain = (line: string) => line.replaceAll(/\s+/g, " ").trim();
