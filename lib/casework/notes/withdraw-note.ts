import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseNotes } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { lockNote } from "./access";
import { dropDraft } from "./drop-draft";
import { WithdrawNote } from "./input";
import { sealedPlace } from "./rules";

/**
 * Withdraws a note that should not have been written, such as one on the wrong case. It stays readable with the reason,
 * and its deadline ends. By its author or a supervisor.
 * @throws AppError not_found; forbidden for a colleague; conflict if it was withdrawn already
 */
export const withdrawNote = command({
  needs: "case.write",
  input: WithdrawNote,
  async run(ctx, { noteId, reason }) {
    const { note, row } = await lockNote(ctx, noteId);
    const { memberId, role } = ctx.actor;
    if (role !== "supervisor" && note.writtenBy !== memberId) {
      throw new AppError("forbidden", t("Only who wrote a note, or a supervisor, withdraws it."));
    }
    const vault = await openVault(ctx, row.keyId);
    await ctx.db
      .update(caseNotes)
      .set({
        withdrawnAt: ctx.now,
        withdrawnBy: memberId,
        withdrawnReason: vault.seal(sealedPlace(note.id)("withdrawn_reason"), reason),
        pinnedAt: null,
      })
      .where(and(eq(caseNotes.orgId, ctx.orgId), eq(caseNotes.id, note.id)));
    await dropDraft(ctx, note.id);
    if (note.visibility === "working") await touchCase(ctx, row.id);
    return {
      value: { id: note.id, caseId: row.id },
      audit: { action: "note.withdrawn", subjectId: note.id, caseId: row.id, detail: {} },
    };
  },
});
