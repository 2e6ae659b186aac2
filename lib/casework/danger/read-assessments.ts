import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { dangerAssessments } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { assessmentPlace } from "./rules";
import type { Assessment } from "./types";

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
