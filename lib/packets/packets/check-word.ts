import { createHash } from "node:crypto";

/**
 * Printed on a version next to its number, and required with it: numbers are sequential, so with a number alone anybody
 * could count packets. It is derived from the id of the version, which no stranger knows; the database function that
 * answers computes the same.
 */
export function checkWord(packetId: string): string {
  const hex = createHash("sha256").update(`check word|${packetId}`).digest("hex").slice(0, 8).toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
}
