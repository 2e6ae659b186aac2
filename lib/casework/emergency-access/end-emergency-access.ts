import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { emergencyAccess } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockEmergencyAccess } from "./access";
import { OneEmergencyAccess } from "./input";

/** A supervisor ends emergency access early. @throws AppError not_found; conflict if it is not open */
export const endEmergencyAccess = command({
  needs: "case.review",
  input: OneEmergencyAccess,
  async run(ctx, { lookId }) {
    const row = await lockEmergencyAccess(ctx, lookId);
    if (row.state !== "released") throw new AppError("conflict", t("This access is not open."));
    await ctx.db
      .update(emergencyAccess)
      .set({ state: "ended", endedBy: ctx.actor.memberId, endedAt: ctx.now })
      .where(eq(emergencyAccess.id, lookId));
    const caseId = row.caseId ?? undefined;
    return { value: { id: lookId }, audit: { action: "look.ended", subjectId: lookId, caseId, detail: {} } };
  },
});
