import { written } from "@/lib/platform/language/written";
import "server-only";
import { NoteCheck } from "@/lib/evidence/custody/input";
import { hashSentences } from "@/lib/evidence/custody/labels";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { findExhibit } from "../access";

/** Records the result of reading the stored bytes back; check-exhibit.ts reads them. */
export const noteCheck = command({
  needs: "case.write",
  input: NoteCheck,
  async run(ctx, { exhibitId, verified }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    await noteCustody(ctx, exhibit, {
      action: "hashed",
      purpose: written(() => (verified ? hashSentences.same : hashSentences.other)),
      verified,
    });
    const about = { subjectId: exhibitId, caseId: exhibit.caseId };
    const checked: AuditEntry = { action: "exhibit.checked", ...about, detail: { verified } };
    const failed: AuditEntry = { action: "evidence.check_failed", ...about, detail: { kind: "original" } };
    return { value: { verified }, audit: verified ? checked : ([checked, failed] as const) };
  },
});
