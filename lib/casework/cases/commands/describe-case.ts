import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockCase } from "../access";
import { DescribeCase } from "../input";
import { touchCase } from "../touch-case";

/**
 * Writes or changes the sentence of what happened, which lists show. @throws AppError conflict if nothing changes;
 * ClashError
 */
export const describeCase = command({
  needs: "case.write",
  input: DescribeCase,
  async run(ctx, { caseId, matter, version }) {
    const row = await lockCase(ctx, caseId);
    await bumpRecordVersion(ctx, { record: caseId, seen: version, now: () => ({ matter: row.matter }) });
    if (row.matter === matter) throw new AppError("conflict", t("Nothing was changed."));
    await ctx.db
      .update(cases)
      .set({ matter })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
    await touchCase(ctx, caseId);
    return { value: { id: caseId }, audit: { action: "case.described", subjectId: caseId, caseId, detail: {} } };
  },
});
