import { expect, test } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { pinNote } from "@/lib/casework/notes/pin-note";
import { listPinnedNotes } from "@/lib/casework/notes/queries";
import { withdrawNote } from "@/lib/casework/notes/withdraw-note";
import { newId } from "@/lib/platform/ids";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("a pinned note stands on the overview until its pin is taken off, or it is withdrawn", async () => {
  const org = await makeOrg();
  const { ctx } = await org.person("caseworker");
  const caseId = await plantCase(ctx);
  const noteId = newId();
  await addNote(ctx, { id: noteId, caseId, kind: "note", words: "Ask each time.", visibility: "working" });
  const pinned = async () => (await listPinnedNotes(ctx, caseId)).map(({ words }) => words);
  await pinNote(ctx, { noteId, pinned: "on" });
  expect(await pinned()).toEqual(["Ask each time."]);
  await pinNote(ctx, { noteId });
  expect(await pinned()).toEqual([]);
  await pinNote(ctx, { noteId, pinned: "on" });
  await withdrawNote(ctx, { noteId, reason: "No longer so." });
  expect(await pinned()).toEqual([]);
  const pins = ["note.pinned", "note.unpinned", "note.pinned"];
  expect(await org.auditOf(noteId)).toEqual(["note.written", ...pins, "note.withdrawn"]);
});
