import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { timestamps } from "@/db/schema";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { ExportStamp } from "./input";
import { tokenFileName } from "./rules";

/**
 * Exports a token for independent verification. It shows when a hash existed and nothing of what was hashed, so there
 * is no entry in the custody ledger. @throws AppError not_found, also while there is no token
 */
export const exportStamp = command({
  needs: "case.read",
  input: ExportStamp,
  async run(ctx, { exhibitId, stampId }) {
    const { caseId, number } = await findExhibit(ctx, exhibitId);
    const [row] = await ctx.db
      .select({ token: timestamps.token, authority: timestamps.authority })
      .from(timestamps)
      .where(and(eq(timestamps.orgId, ctx.orgId), eq(timestamps.exhibitId, exhibitId), eq(timestamps.id, stampId)));
    if (!row?.token) throw new AppError("not_found", t("No such time stamp."));
    const { token, authority } = row;
    const fileName = tokenFileName(exhibitLabel(number), authority);
    return {
      value: { token, fileName },
      audit: { action: "exhibit.stamp_downloaded", subjectId: exhibitId, caseId, detail: { authority } },
    };
  },
});
