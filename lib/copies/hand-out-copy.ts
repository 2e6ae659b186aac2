import "server-only";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { noteCustody } from "@/lib/custody/scope";
import { readDerivative } from "@/lib/derivatives/queries";
import { findExhibit } from "@/lib/evidence/scope";
import { requireNoStop } from "@/lib/exposures/scope";
import { AppError } from "@/lib/platform/errors";
import { HandOutCopy } from "./input";

const purposes: Record<HandOutCopy["what"], string> = {
  original: "Downloaded: the original",
  part: "Downloaded in part: the original",
  stripped: "Downloaded: a copy without metadata",
  masked: "Downloaded: a masked copy",
};

/**
 * Writes down which file of an exhibit is about to leave, before its first byte does.
 * @throws AppError not_found; conflict for a case under an image stop, whatever the file is
 */
export const handOutCopy = command({
  needs: "case.write",
  input: HandOutCopy,
  async run(ctx, { exhibitId, what, derivativeId }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    await requireNoStop(ctx, exhibit.caseId);
    const copy = derivativeId ? await requireCopy(ctx, exhibitId, derivativeId) : {};
    await noteCustody(ctx, exhibit, { action: "copied", purpose: purposes[what], ...copy });
    const { caseId } = exhibit;
    return {
      value: { caseId },
      audit: { action: "exhibit.downloaded", subjectId: exhibitId, caseId, detail: { what } },
    };
  },
});

async function requireCopy(ctx: Scoped, exhibitId: string, derivativeId: string) {
  const copy = await readDerivative(ctx, derivativeId);
  if (copy.exhibitId !== exhibitId) throw new AppError("not_found", "No such copy.");
  return { derivativeId, sha256After: copy.sha256 };
}
