import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";
import type { Covers } from "./snapshot/covered";
import { coversKnown } from "./snapshot/covers-then";
import type { PacketSnapshot } from "./snapshot/snapshot";

/**
 * Before a packet is approved: nobody has covered words in an exhibit of the case since it was built, because the
 * packet would print them. This includes exhibits that do not travel, since the acts that rest on them are printed.
 * @param covers the case's current covers, and those that the packet was built with
 * @throws AppError conflict naming the exhibits
 */
export function refuseCoveredSince(snapshot: PacketSnapshot, covers: Covers): void {
  const known = coversKnown(snapshot);
  const since = [...covers].filter(([, all]) => all.some(({ id }) => !known.has(id)));
  if (since.length === 0) return;
  const named = since.map(([code]) => code).join(", ");
  throw new AppError(
    "conflict",
    t("Words of {named} were covered after this version was built. Draft the next version.", { named }),
  );
}
