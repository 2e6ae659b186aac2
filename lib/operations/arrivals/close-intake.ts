import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { homeZoneOf } from "@/lib/casework/notes/access";
import { addNote } from "@/lib/casework/notes/add-note";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { wallTime } from "@/lib/platform/time/zone";
import { notePlaced } from "./note-placed";
import { findIntake } from "./queries";

/**
 * A case was opened under the id of an intake that arrived: all that was written then becomes its first note, and the
 * intake is settled. Nothing for any other case.
 */
export async function closeIntake(ctx: Ctx, caseId: string): Promise<void> {
  const intake = await findIntake(ctx, caseId);
  if (!intake) return;
  await withTransaction(ctx, "read write", async (scoped) => {
    await notePlaced(scoped, { arrivalId: caseId, caseId });
    const when = wallTime(intake.madeAt, homeZoneOf(await findCase(scoped, caseId)));
    await addNote(scoped, { id: caseId, caseId, kind: "note", words: intake.words, when, visibility: "working" });
  });
}
