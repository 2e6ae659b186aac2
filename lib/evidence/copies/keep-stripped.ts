import "server-only";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { command } from "@/lib/kernel/access/command";
import { KeepStripped } from "./input";

/** Records the copy of a picture without metadata. There is one; the database rejects a second with a conflict. */
export const keepStripped = command({
  needs: "case.write",
  input: KeepStripped,
  async run(ctx, { exhibitId, ...file }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockAnyCase(ctx, caseId);
    await requireNoStop(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    const id = await keepDerivative(ctx, exhibit, { kind: "stripped", page: 0, ...file });
    const detail = { sha256: file.sha256 };
    return { value: { id }, audit: { action: "exhibit.stripped", subjectId: exhibitId, caseId, detail } };
  },
});
