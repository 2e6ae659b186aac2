import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { command } from "@/lib/kernel/access/command";
import { KeepStill } from "./input";
import { timeCode } from "./rules";

/** Records a still as the next one of its film, with its place and its hash in the ledger. The original does not change. */
export const keepStill = command({
  needs: "case.write",
  input: KeepStill,
  async run(ctx, { exhibitId, at: atMs, ...file }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockCase(ctx, caseId);
    await requireNoStop(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    const id = await keepDerivative(ctx, exhibit, { kind: "still", page: 0, atMs, ...file });
    const at = timeCode(atMs);
    await noteCustody(ctx, exhibit, {
      action: "copied",
      purpose: `Still taken from the film at ${at}; the original is unchanged`,
      sha256After: file.sha256,
      derivativeId: id,
    });
    await touchCase(ctx, caseId);
    const detail = { at, sha256: file.sha256 };
    return { value: { id }, audit: { action: "exhibit.still_taken", subjectId: exhibitId, caseId, detail } };
  },
});
