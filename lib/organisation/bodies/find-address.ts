import "server-only";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { bodies } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { currentDetails } from "./access";

/**
 * Where a body receives letters: its address, if somebody of the organisation confirmed the entry within the year and
 * nobody has reported a change since; null otherwise. An entry that was merged leads to the one that stayed.
 */
export async function findAddress(ctx: TxCtx, bodyId: string): Promise<string | null> {
  const stayed = alias(bodies, "stayed");
  const [row] = await ctx.db
    .select({ own: bodies, stayed })
    .from(bodies)
    .leftJoin(stayed, and(eq(stayed.orgId, bodies.orgId), eq(stayed.id, bodies.mergedInto)))
    .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, bodyId)));
  if (!row) return null;
  const body = await currentDetails(ctx, row.stayed ?? row.own);
  const { address, confirmedAt, expiresOn, reportedAt, retiredAt } = body;
  const isCurrent = confirmedAt !== null && (expiresOn === null || expiresOn > officeToday(ctx.now));
  return isCurrent && reportedAt === null && retiredAt === null ? address : null;
}
