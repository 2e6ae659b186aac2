import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { KeepRedaction } from "./input";

/**
 * Records a masked page as the next version, with what was removed and why in the ledger. The original does not change.
 */
export const keepRedaction = command({
  needs: "case.write",
  input: KeepRedaction,
  async run(ctx, { exhibitId, page, boxes, reason, ...file }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockCase(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    await requireNoStop(ctx, caseId);
    const id = await keepDerivative(ctx, exhibit, { kind: "redacted", page, boxes, reason, ...file });
    await noteCustody(ctx, exhibit, {
      action: "redacted",
      purpose: `Masked copy of page ${page} made; the original is unchanged`,
      details: { purpose: reason },
      vault: await openVault(ctx, exhibit.keyId),
      sha256After: file.sha256,
      derivativeId: id,
    });
    await enqueue(ctx, "exhibit.read", { exhibitId });
    await touchCase(ctx, caseId);
    const detail = { page, boxes: boxes.length, sha256: file.sha256 };
    return { value: { id }, audit: { action: "exhibit.redacted", subjectId: exhibitId, caseId, detail } };
  },
});
