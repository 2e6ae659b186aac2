import "server-only";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { NoteTakenOut } from "./input";

/** Writes into the ledger of an archive which exhibit was taken out of it. @throws AppError not_found, conflict */
export const noteTakenOut = command({
  needs: "case.write",
  input: NoteTakenOut,
  async run(ctx, { exhibitId, takenId }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockOpenCase(ctx, caseId);
    const archive = await findExhibit(ctx, exhibitId);
    const taken = await findExhibit(ctx, takenId);
    if (taken.caseId !== caseId) throw new AppError("not_found", t("No such exhibit."));
    await noteCustody(ctx, archive, {
      action: "copied",
      purpose: `A file in it was taken out as exhibit ${exhibitLabel(taken.number)}; the archive is unchanged`,
      sha256After: taken.sha256,
    });
    const detail = { takenId, sha256: taken.sha256 };
    return { value: { takenId }, audit: { action: "exhibit.taken_out", subjectId: exhibitId, caseId, detail } };
  },
});
