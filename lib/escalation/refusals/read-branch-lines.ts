import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { stepEvents } from "@/db/schema";
import { notePlace } from "@/lib/escalation/ladder/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import type { BranchLine } from "./types";

/** What happened on the branches of a case, in the order in which it was noted. */
export async function readBranchLines(ctx: TxCtx, vault: Vault, caseId: string): Promise<BranchLine[]> {
  const lines = await ctx.db
    .select({ id: stepEvents.id, on: stepEvents.happenedOn, note: stepEvents.note })
    .from(stepEvents)
    .where(and(eq(stepEvents.caseId, caseId), eq(stepEvents.event, "contact")))
    .orderBy(asc(stepEvents.recordedAt), asc(stepEvents.id));
  return lines.map((line) => ({ ...line, note: vault.openSince(notePlace(line.id), line.note) }));
}
