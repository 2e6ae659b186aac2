/** Stands in every file that is received, so that a plain byte anywhere on the disk is found. */
export const canary = "CANARY-kill-5c2e";

export const nameOf = (index: number): string => `upload-${index}`;

/** File number `index`: from almost nothing to 4 MB, never two alike. */
export function contentOf(index: number): Buffer {
  return Buffer.from(`${index} ${canary} `.repeat(1 + ((index * 7919) % 190_000)));
}
