import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseNotes } from "@/db/schema";
import { leaveQueue } from "@/lib/casework/cases/leave-queue";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { homeZoneOf, lockNote } from "./access";
import { FinishNextAct } from "./input";
import { nextActKey } from "./rules";

/** Notes that what was to be done next is done: its deadline ends. @throws AppError not_found; conflict */
export const finishNextAct = command({
  needs: "case.write",
  input: FinishNextAct,
  async run(ctx, { noteId }) {
    const { note, row } = await lockNote(ctx, noteId);
    if (note.nextAct === null && note.nextOn === null) {
      throw new AppError("conflict", t("This note says nothing that is still to be done."));
    }
    if (note.nextDoneOn) throw new AppError("conflict", t("Somebody has marked this as done already."));
    const on = civilDate(ctx.now, homeZoneOf(row));
    await ctx.db
      .update(caseNotes)
      .set({ nextDoneOn: on, nextDoneBy: ctx.actor.memberId })
      .where(and(eq(caseNotes.orgId, ctx.orgId), eq(caseNotes.id, note.id)));
    await leaveQueue(ctx, row.id, [nextActKey(note.id)]);
    if (note.visibility === "working") await touchCase(ctx, row.id);
    return {
      value: { id: note.id, caseId: row.id },
      audit: { action: "note.next_act_done", subjectId: note.id, caseId: row.id, detail: { on } },
    };
  },
});
