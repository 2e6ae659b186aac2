import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handClocks } from "@/db/schema";
import { isRestricted } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import type { RequestRow } from "./access";

/** The request was settled: its clock on the case is answered. A closed case has no clock. */
export async function stopClock(ctx: TxCtx, { id, caseId }: RequestRow, note: string): Promise<void> {
  if (!caseId) return;
  const mine = and(eq(handClocks.orgId, ctx.orgId), eq(handClocks.id, id), isNull(handClocks.answeredOn));
  await ctx.db
    .update(handClocks)
    .set({ answeredOn: officeToday(ctx.now), answeredNote: note, answeredBy: ctx.actor.memberId })
    .where(mine);
  if (!(await isRestricted(ctx, caseId))) await touchCase(ctx, caseId);
}
