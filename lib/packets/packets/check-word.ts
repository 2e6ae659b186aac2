import { createHash } from "node:crypto";

/**
 * What is printed on a version beside its number, and asked for with it: numbers follow each other, so a number alone
 * would let anybody count packets. It follows from the id of the version, which no stranger knows; the function of the
 * database that answers calculates the same.
 */
export function checkWord(packetId: string): string {
  const hex = createHash("sha256").update(`check word|${packetId}`).digest("hex").slice(0, 8).toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
}
