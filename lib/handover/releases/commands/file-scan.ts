import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { releases } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { requireExhibit } from "@/lib/casework/subjects/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { FileScan } from "../input";

/**
 * Records which exhibit is the scan of the signed release, if it arrived after the release was recorded.
 * @throws AppError not_found; invalid on `exhibitId` for one of another case; conflict if a scan is already recorded
 */
export const fileScan = command({
  needs: "release.write",
  input: FileScan,
  async run(ctx, { caseId, releaseId, exhibitId }) {
    const row = await lockCase(ctx, caseId);
    await requireExhibit(ctx, row.id, exhibitId);
    const mine = and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id), eq(releases.id, releaseId));
    const [release] = await ctx.db.select({ exhibitId: releases.exhibitId }).from(releases).where(mine).for("update");
    if (!release) throw new AppError("not_found", t("No such release."));
    const message = t("The scan of this release is on file already.");
    if (release.exhibitId) throw new AppError("conflict", message, { exhibitId: message });
    await ctx.db.update(releases).set({ exhibitId }).where(mine);
    await touchCase(ctx, row.id);
    return {
      value: { id: releaseId },
      audit: { action: "release.scan_filed", subjectId: releaseId, caseId: row.id, detail: { exhibitId } },
    };
  },
});
