import "server-only";
import { addNote } from "@/lib/casework/notes/add-note";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import type { NoteAct } from "./story-types";

/** Writes a note, or logs a contact. */
export function playNoteAct(ctx: Ctx, caseId: string, act: NoteAct): Promise<unknown> {
  return addNote(ctx, {
    id: newId(),
    caseId,
    kind: act.as ?? "note",
    words: act.write,
    party: act.with,
    partyName: act.name,
    direction: act.direction,
    agreed: act.agreed,
    nextAct: act.next,
    nextOn: act.nextIn === undefined ? "" : addDays(officeToday(ctx.now), act.nextIn),
    visibility: "working",
    pinned: act.pinned,
  });
}
