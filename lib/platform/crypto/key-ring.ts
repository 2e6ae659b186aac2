import "server-only";
import { env, readKekAgain } from "../env";
import type { Kek } from "./key-ring-text";

let latest: readonly Kek[] | undefined;

/** The keys that wrap data keys, oldest first, as this process last read them. */
export const keyRing = (): readonly Kek[] => latest ?? env().KEK_RING;

/**
 * Reads the file of the ring once more: a rotation adds a key while we run. A file with another root is not ours, and
 * a ring that came by the environment cannot change.
 */
export function freshKeyRing(): readonly Kek[] {
  const read = readKekAgain();
  if (read?.[0]?.id === env().KEK_RING[0].id) latest = read;
  return keyRing();
}

/** The key that wraps now: the newest. */
export function wrappingKek(): Kek {
  const newest = freshKeyRing().at(-1);
  if (!newest) throw new Error("The key ring is empty.");
  return newest;
}
