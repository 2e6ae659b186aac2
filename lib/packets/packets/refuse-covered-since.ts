import "server-only";
import { AppError } from "@/lib/platform/errors";
import type { Covers } from "./snapshot/covered";
import { coversKnown } from "./snapshot/covers-then";
import type { PacketSnapshot } from "./snapshot/snapshot";

/**
 * Before a packet is approved: nobody covered words in an exhibit of the case since it was built, also in one that does
 * not travel, since the acts that rest on it are printed. It would print them.
 * @param covers those of the case that stand, and those that the packet was built with
 * @throws AppError conflict that names the exhibits
 */
export function refuseCoveredSince(snapshot: PacketSnapshot, covers: Covers): void {
  const known = coversKnown(snapshot);
  const since = [...covers].filter(([, all]) => all.some(({ id }) => !known.has(id)));
  if (since.length === 0) return;
  const named = since.map(([code]) => code).join(", ");
  throw new AppError(
    "conflict",
    `Words of ${named} were covered after this version was built. Draft the next version.`,
  );
}
