import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { type cases, dangerAssessments, incidents } from "@/db/schema";
import { incidentCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { questionOf } from "./rules";
import type { ActText, Assessment, DangerQuestion } from "./types";

export const assessmentPlace = (row: string, column: "acts" | "reason" | "steps") => ({
  table: "danger_assessments",
  column,
  row,
});

const at = z.iso.datetime().transform((text) => new Date(text));

const keptActs = z.array(
  z.object({
    incidentId: z.uuid(),
    code: z.string(),
    at,
    kinds: z.array(z.string()),
    found: z.array(z.string()),
    words: z.array(z.string()),
    note: z.array(z.string()),
  }),
);

const keptSteps = z.array(z.object({ what: z.string(), at: at.nullable() }));

type CaseRow = Pick<typeof cases.$inferSelect, "id" | "keyId" | "inDanger" | "dangerSince">;

/** All assessments of a case, newest first. For a case that the caller has found or locked. */
export async function readAssessments(ctx: TxCtx, vault: Vault, caseId: string): Promise<Assessment[]> {
  const rows = await ctx.db
    .select()
    .from(dangerAssessments)
    .where(and(eq(dangerAssessments.orgId, ctx.orgId), eq(dangerAssessments.caseId, caseId)))
    .orderBy(desc(dangerAssessments.assessedAt), desc(dangerAssessments.id));
  return rows.map(({ id, answer, acts, reason, steps, reviewOn, assessedBy, assessedAt }) => ({
    id,
    answer,
    acts: keptActs.parse(JSON.parse(vault.open(assessmentPlace(id, "acts"), acts))),
    reason: vault.open(assessmentPlace(id, "reason"), reason),
    steps: keptSteps.parse(JSON.parse(vault.open(assessmentPlace(id, "steps"), steps))),
    reviewOn,
    assessedBy,
    assessedAt,
  }));
}

/** The acts of a case with their texts, in the order in which they happened. */
async function readActs(ctx: TxCtx, vault: Vault, caseId: string): Promise<ActText[]> {
  const { id, kind, number, happenedAt, words, what } = incidents;
  const rows = await ctx.db
    .select({ id, kind, number, happenedAt, words, what })
    .from(incidents)
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId), eq(incidents.kind, "act")))
    .orderBy(asc(incidents.happenedAt), asc(incidents.id));
  return rows.map((row) => ({
    id: row.id,
    code: incidentCode(row.kind, row.number),
    at: row.happenedAt,
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
  const assessments = await readAssessments(ctx, vault, row.id);
  const acts = await readActs(ctx, vault, row.id);
  const { inDanger, dangerSince } = row;
  return { question: questionOf({ acts, last: assessments[0] ?? null, inDanger, dangerSince }), assessments };
}
