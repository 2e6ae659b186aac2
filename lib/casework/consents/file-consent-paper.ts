import "server-only";
import { consents } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { requireExhibit } from "@/lib/casework/subjects/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockConsent } from "./access";
import { FileConsentPaper } from "./input";

/**
 * Names the exhibit that is the signed paper, if it came after the consent was recorded.
 * @throws AppError not_found; invalid on `exhibitId` for one of another case; conflict if a paper is named already
 */
export const fileConsentPaper = command({
  needs: "case.write",
  input: FileConsentPaper,
  async run(ctx, { caseId, consentId, exhibitId }) {
    const row = await lockCase(ctx, caseId);
    await requireExhibit(ctx, row.id, exhibitId);
    const { row: consent, mine } = await lockConsent(ctx, row.id, consentId);
    const message = t("The paper of this consent is on file already.");
    if (consent.exhibitId) throw new AppError("conflict", message, { exhibitId: message });
    await ctx.db.update(consents).set({ exhibitId }).where(mine);
    await touchCase(ctx, row.id);
    return {
      value: { id: consent.id },
      audit: { action: "consent.paper_filed", subjectId: consent.id, caseId: row.id, detail: { exhibitId } },
    };
  },
});
