import "server-only";
import { and, eq } from "drizzle-orm";
import { caseNotes } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { requireAccount } from "@/lib/casework/incidents/access";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { openVault } from "@/lib/kernel/access/vault";
import { NothingChanged } from "@/lib/platform/errors";
import { wallTime } from "@/lib/platform/time/zone";
import { homeZoneOf, lockNote } from "./access";
import { dropDraft } from "./drop-draft";
import { AmendNote } from "./input";
import { openNote } from "./open-note";
import { momentOf, refuseOpenDeadline } from "./rules";
import { saveWording } from "./save-wording";
import { sealNote } from "./seal-note";
import type { NoteBody } from "./types";

/**
 * Changes what a note says; every earlier wording stays in its versions. A next act with another day or other words is
 * open again. @throws AppError not_found; invalid by field; conflict if nothing changes or it was withdrawn; ClashError
 */
export const amendNote = command({
  needs: "case.write",
  input: AmendNote,
  async run(ctx, { noteId, version, when, ...typed }) {
    const { note, row } = await lockNote(ctx, noteId);
    const zone = homeZoneOf(row);
    const vault = await openVault(ctx, row.keyId);
    const before = openNote(vault, note);
    await bumpRecordVersion(ctx, {
      record: note.id,
      seen: version,
      now: () => ({ ...before, when: wallTime(note.happenedAt, zone) }),
    });
    const same = when === null || when === wallTime(note.happenedAt, zone);
    const happenedAt = same ? note.happenedAt : momentOf(when, zone, ctx.now);
    refuseOpenDeadline(note.visibility, typed.nextOn);
    await requireAccount(ctx, row.id, typed.accountId);
    const after: NoteBody = { ...typed, happenedAt: happenedAt.toISOString() };
    const fields = changedFields(before, after);
    if (fields.length === 0) throw new NothingChanged();
    const again = fields.includes("nextAct") || fields.includes("nextOn");
    await ctx.db
      .update(caseNotes)
      .set({
        ...sealNote(vault, note.id, typed),
        happenedAt,
        changedAt: ctx.now,
        nextDoneOn: again ? null : note.nextDoneOn,
        nextDoneBy: again ? null : note.nextDoneBy,
      })
      .where(and(eq(caseNotes.orgId, ctx.orgId), eq(caseNotes.id, note.id)));
    await saveWording(ctx, vault, note, after);
    await dropDraft(ctx, note.id);
    if (note.visibility === "working") await touchCase(ctx, row.id);
    return {
      value: { id: note.id, caseId: row.id },
      audit: { action: "note.amended", subjectId: note.id, caseId: row.id, detail: { fields } },
    };
  },
});

function changedFields(before: NoteBody, after: NoteBody): string[] {
  return (Object.keys(after) as (keyof NoteBody)[]).filter((field) => before[field] !== after[field]);
}
