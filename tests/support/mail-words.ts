/** Lines that the reader of mails adds, so that a person knows where words come from. */
export const ownLines =
  /^\[(?:A mail inside this mail:|End of the mail inside this mail|Words outside the parts of the mail:|Lines among the headers that are no headers:|Another version of the same words \([^)]*\), which differs:)\]$/;

/** Every word of a text, once, in lower case; what is said of a link or a picture is none. */
export function wordsOf(text: string): Set<string> {
  const plain = text.replaceAll(/\[(?:link|image not loaded)[^\]]*\]/g, " ");
  return new Set((plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()));
}

/** The words of a mail among the lines that are shown. */
export function readWordsOf(lines: readonly string[]): Set<string> {
  return wordsOf(lines.filter((line) => !ownLines.test(line)).join("\n"));
}
