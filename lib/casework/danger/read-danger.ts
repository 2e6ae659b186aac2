import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { type cases, incidents } from "@/db/schema";
import { incidentCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { readAssessments } from "./read-assessments";
import { questionOf } from "./rules";
import type { ActText, Assessment, DangerQuestion } from "./types";

type CaseRow = Pick<typeof cases.$inferSelect, "id" | "keyId" | "inDanger" | "dangerSince">;

/** The acts of a case with their texts, in the order in which they happened. */
async function readActs(ctx: TxCtx, vault: Vault, caseId: string): Promise<ActText[]> {
  const { id, kind, number, happenedAt, loggedAt, words, what } = incidents;
  const rows = await ctx.db
    .select({ id, kind, number, happenedAt, loggedAt, words, what })
    .from(incidents)
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId), eq(incidents.kind, "act")))
    .orderBy(asc(incidents.happenedAt), asc(incidents.id));
  return rows.map((row) => ({
    id: row.id,
    code: incidentCode(row.kind, row.number),
    // Words of danger count whenever they were sent; an unknown time was before it was told.
    at: row.happenedAt ?? row.loggedAt,
    words: vault.openMaybe({ table: "incidents", column: "words", row: row.id }, row.words),
    what: vault.open({ table: "incidents", column: "what", row: row.id }, row.what),
  }));
}

/** Whether the question of danger is open on a case, and every answer so far. */
export async function readDanger(
  ctx: TxCtx,
  row: CaseRow,
): Promise<{ question: DangerQuestion; assessments: Assessment[] }> {
  const vault = await openVault(ctx, row.keyId);
  const [assessments, acts] = await Promise.all([readAssessments(ctx, vault, row.id), readActs(ctx, vault, row.id)]);
  const { inDanger, dangerSince } = row;
  return { question: questionOf({ acts, last: assessments[0] ?? null, inDanger, dangerSince }), assessments };
}
