import "server-only";
import type { AuditEntry } from "@/lib/access/audit-entry";
import { command } from "@/lib/access/command";
import { noteCustody } from "@/lib/custody/scope";
import { RecordCustody } from "./input";
import { findExhibit } from "./scope";

/** Writes down that somebody saw, copied or moved an exhibit, before it happens. The ledger only grows. */
export const recordCustody = command({
  needs: "case.write",
  input: RecordCustody,
  async run(ctx, { exhibitId, action, purpose }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    await noteCustody(ctx, exhibit, { action, purpose });
    return { value: { caseId: exhibit.caseId }, audit: factOf(action, exhibitId, exhibit.caseId) };
  },
});

function factOf(action: RecordCustody["action"], subjectId: string, caseId: string): AuditEntry {
  if (action === "viewed") return { action: "exhibit.viewed", subjectId, caseId, detail: {} };
  if (action === "copied") return { action: "exhibit.downloaded", subjectId, caseId, detail: {} };
  return { action: "exhibit.custody_recorded", subjectId, caseId, detail: { custody: action } };
}
