import "server-only";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { isSavedPage } from "@/lib/evidence/exhibits/rules";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { AskPicture } from "./input";

/** Asks for the picture of a page of an archive. @throws AppError conflict for a file without pages, or under a stop */
export const askPicture = command({
  needs: "case.write",
  input: AskPicture,
  rateLimit: "look",
  async run(ctx, { exhibitId, page }) {
    const { caseId, look } = await readOriginal(ctx, exhibitId);
    await requireNoStop(ctx, caseId);
    if (!isSavedPage(look)) throw new AppError("conflict", t("No page is drawn of a file of this kind."));
    await enqueue(ctx, "exhibit.draw", { exhibitId, page });
    return {
      value: { exhibitId },
      audit: { action: "exhibit.picture_asked", subjectId: exhibitId, caseId, detail: { page } },
    };
  },
});
