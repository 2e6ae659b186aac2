import { t } from "@/lib/platform/language/translate";
import "server-only";
import type { packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { findPart, type PartPlace } from "./access";
import { readStanding } from "./read-standing";
import { isCopy, isToSend, wasApproved } from "./rules";
import { type CopyState, type PacketPartKey, stampedCopies } from "./types";

type Packet = typeof packets.$inferSelect;

/**
 * One file of a packet as currently given out to anybody: the one rule for the version page, its folder, the portal and
 * links. For a version that was approved and no longer counts, the served part is the copy that says so on every page.
 * What was served is kept, for holders who check its hash.
 * @throws AppError not_found if there is none; conflict while the copy is not made yet, and for a letter or the request
 * of a version that no longer counts
 */
export async function findGiven(ctx: TxCtx, packet: Packet, part: PacketPartKey): Promise<PartPlace> {
  const place = await findPart(ctx, packet, part);
  const standing = await readStanding(ctx, packet);
  if (standing === null || isCopy(part)) return place;
  if (isToSend(part)) throw new AppError("conflict", noLetters);
  if (part !== "served" || !wasApproved(packet)) return { ...place, name: withStanding(place.name, standing) };
  return findPart(ctx, packet, stampedCopies[standing]).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") throw new AppError("conflict", notMade[standing]);
    throw error;
  });
}

const soon = "The copy that says so on every page is being made. Try again in a few minutes.";
const notMade: Record<CopyState, string> = {
  withdrawn: `This version was withdrawn. ${soon}`,
  superseded: `A newer version replaces this one. ${soon}`,
};

const noLetters = t(
  "This version no longer counts, so its letters are not given out. Use those of the current version.",
);

/** A file without pages to stamp, or never signed, says in its name that it no longer counts. */
function withStanding(name: string, state: CopyState): string {
  return name.replace(/(?=\.(?:pdf|docx)$)/, `-${state.toUpperCase()}`);
}
