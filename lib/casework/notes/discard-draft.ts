import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { dropDraft } from "./drop-draft";
import { DiscardDraft } from "./input";

/** Throws away what this member typed into a note and did not save. @throws AppError not_found */
export const discardDraft = command({
  needs: "case.write",
  input: DiscardDraft,
  async run(ctx, { caseId, noteId }) {
    await lockCase(ctx, caseId);
    await dropDraft(ctx, noteId);
    return {
      value: { noteId, caseId },
      audit: { action: "note.draft_discarded", subjectId: noteId, caseId, detail: {} },
    };
  },
});
