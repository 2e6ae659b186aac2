import "server-only";
import { and, eq } from "drizzle-orm";
import { caseNotes } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { lockNote } from "./access";
import { PinNote } from "./input";

/** Pins a note, so that it stands on the overview of the case, or takes the pin off. @throws AppError not_found; conflict */
export const pinNote = command({
  needs: "case.write",
  input: PinNote,
  async run(ctx, { noteId, pinned }) {
    const { note, row } = await lockNote(ctx, noteId);
    await ctx.db
      .update(caseNotes)
      .set({ pinnedAt: pinned ? (note.pinnedAt ?? ctx.now) : null })
      .where(and(eq(caseNotes.orgId, ctx.orgId), eq(caseNotes.id, note.id)));
    const action = pinned ? "note.pinned" : "note.unpinned";
    return {
      value: { id: note.id, caseId: row.id },
      audit: { action, subjectId: note.id, caseId: row.id, detail: {} },
    };
  },
});
