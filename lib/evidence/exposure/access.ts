import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { custodyEvents, exposures } from "@/db/schema";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { wordsPurpose } from "./labels";
import { hasPage } from "./rules";
import type { ExposureKind } from "./types";

/** While a case is stopped for an image of a minor, no picture of it is shown, drawn or handed out. @throws AppError conflict */
export async function requireNoStop(ctx: Scoped, caseId: string): Promise<void> {
  if (await isStopped(ctx, caseId)) throw new AppError("conflict", "No picture of this case is shown.");
}

/** @throws AppError invalid on `page` for a page that the sandbox did not count */
export function requirePage(look: ExhibitLook | null, page: number): void {
  if (hasPage(look, page)) return;
  const said = "This file has no such page.";
  throw new AppError("invalid", said, { page: said });
}

const anHour = 3_600_000;

/** Whether the ledger has it already that this person saw the words within the last hour. */
export async function notedLately(ctx: Scoped, exhibitId: string): Promise<boolean> {
  const { by, action, purpose, at } = custodyEvents;
  const mine = and(eq(custodyEvents.exhibitId, exhibitId), eq(by, ctx.actor.memberId ?? ctx.orgId));
  const lately = and(eq(purpose, wordsPurpose), gt(at, new Date(ctx.now.getTime() - anHour)));
  const found = await ctx.db
    .select({ id: custodyEvents.id })
    .from(custodyEvents)
    .where(and(mine, eq(action, "viewed"), lately))
    .limit(1);
  return found.length > 0;
}

/** Counts one reveal for the person who acts. A job sees nothing, so it is counted for nobody. */
export async function noteExposure(
  ctx: Scoped,
  exhibit: { id: string; caseId: string },
  seen: { what: ExposureKind; page: number | null },
): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", "Only a person can look at an exhibit.");
  const { id: exhibitId, caseId } = exhibit;
  await ctx.db
    .insert(exposures)
    .values({ id: newId(), orgId: ctx.orgId, caseId, exhibitId, memberId, ...seen, at: ctx.now });
}
