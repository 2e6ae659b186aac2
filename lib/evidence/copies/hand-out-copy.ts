import { t } from "@/lib/platform/language/translate";
import "server-only";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { readDerivative } from "@/lib/evidence/derivatives/queries";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { HandOutCopy } from "./input";

const purposes: Record<HandOutCopy["what"], string> = {
  stripped: "Downloaded: a copy without metadata",
  masked: "Downloaded: a masked copy",
};

const kinds = { stripped: "stripped", masked: "redacted" } as const;

/**
 * Records which copy of an exhibit is about to leave, before its first byte does.
 * @throws AppError not_found; conflict for a case under an image stop, or restricted: a copy is made to be handed out
 */
export const handOutCopy = command({
  needs: "case.write",
  input: HandOutCopy,
  rateLimit: "look",
  async run(ctx, { exhibitId, what, derivativeId }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    await requireNoStop(ctx, exhibit.caseId);
    await refuseRestricted(ctx, exhibit.caseId);
    const copy = await readDerivative(ctx, derivativeId);
    if (copy.exhibitId !== exhibitId || copy.kind !== kinds[what]) throw new AppError("not_found", t("No such copy."));
    const given = { derivativeId, sha256After: copy.sha256 };
    await noteCustody(ctx, exhibit, { action: "copied", purpose: purposes[what], ...given });
    const { caseId } = exhibit;
    return {
      value: { caseId },
      audit: { action: "exhibit.downloaded", subjectId: exhibitId, caseId, detail: { what } },
    };
  },
});
