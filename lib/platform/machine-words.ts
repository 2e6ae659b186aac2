/** MD5, SHA-1 and SHA-2 in hexadecimal, and a UUID, each as a whole word of letters and digits. */
const shapes =
  /(?<![\p{L}\p{N}])(?=[\d-]{0,35}[a-f])(?=[a-f-]{0,35}\d)(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})(?![\p{L}\p{N}])/giu;

/** Spares the search in what holds none; nearly all texts. */
const maybe = /[\da-f]{32}|[\da-f]{4}-[\da-f]{12}/i;

/**
 * The positions of hashes and ids in a text, in order. Their letters can form short names by chance (`3ada9`): a search
 * for what people wrote treats each as one word.
 */
export function machineWordsIn(text: string): { from: number; to: number }[] {
  if (!maybe.test(text)) return [];
  return [...text.matchAll(shapes)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}
