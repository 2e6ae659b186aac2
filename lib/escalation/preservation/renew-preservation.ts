import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { preservations } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { requireOnCase } from "./access";
import { RenewPreservation } from "./input";
import { readPreservations } from "./read-preservations";
import { answered } from "./rules";

/**
 * Records what came of a preservation: accepted, refused, renewed by the officer, or another last day by the letter.
 * @throws AppError not_found; conflict when it does not fit what is recorded, such as a second renewal
 */
export const renewPreservation = command({
  needs: "case.write",
  input: RenewPreservation,
  async run(ctx, { caseId, preservationId, ...asked }) {
    const row = await lockCase(ctx, caseId);
    const keep = (await readPreservations(ctx, caseId)).find((preservation) => preservation.id === preservationId);
    if (!keep) throw new AppError("not_found", t("No such preservation."));
    const law = await readLaw(ctx);
    const today = civilDate(ctx.now, findPlaybook(row.pair, row.playbookVersion, law)?.home.zone ?? "UTC");
    await requireOnCase(ctx, caseId, { accountId: keep.accountId, referenceId: asked.referenceId });
    const referenceId = asked.referenceId ?? keep.referenceId;
    await ctx.db
      .update(preservations)
      .set({ ...answered(keep, asked, today, law), referenceId })
      .where(and(eq(preservations.orgId, ctx.orgId), eq(preservations.id, preservationId)));
    await touchCase(ctx, caseId);
    const detail = { answer: asked.answer, on: asked.on };
    return {
      value: { id: preservationId },
      audit: { action: "preservation.answered", subjectId: preservationId, caseId, detail },
    };
  },
});
