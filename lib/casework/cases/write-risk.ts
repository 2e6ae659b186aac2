import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { riskWord } from "./rules";
import type { Risk } from "./types";

type Row = Pick<typeof cases.$inferSelect, "id" | "risk" | "inDanger" | "dangerSince">;
type Next = { risk: Risk; inDanger: boolean; reason: string };

/** Sets risk and danger of a locked case, and that something happened on it. @returns the entry of the log */
export async function writeRisk(ctx: TxCtx, row: Row, { risk, inDanger, reason }: Next): Promise<AuditEntry> {
  await ctx.db
    .update(cases)
    .set({
      risk,
      riskAssessed: true,
      inDanger,
      dangerSince: inDanger ? (row.dangerSince ?? ctx.now) : null,
      lastActivityAt: ctx.now,
    })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, row.id)));
  const detail = { from: riskWord(row.risk, row.inDanger), to: riskWord(risk, inDanger), reason };
  return { action: "case.risk_changed", subjectId: row.id, caseId: row.id, detail };
}
