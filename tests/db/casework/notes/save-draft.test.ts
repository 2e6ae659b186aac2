import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { hasDraft, readDraft } from "@/lib/casework/notes/queries";
import { saveDraft } from "@/lib/casework/notes/save-draft";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let boss: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  boss = await org.person("supervisor");
});

describe("saveDraft", () => {
  test("keeps what is typed as it stands, sealed, for whoever types it alone, until the note is saved", async () => {
    const caseId = await plantCase(mine.ctx);
    const noteId = newId();
    const typed = { words: "She pho Quagga", nextOn: "soon", when: "25 o'clock" };
    await saveDraft(mine.ctx, { caseId, noteId, revision: 0, typed: { words: "She" } });
    await saveDraft(mine.ctx, { caseId, noteId, revision: 1, typed });
    expect(await readDraft(mine.ctx, caseId)).toMatchObject({ noteId, revision: 2, typed });
    expect(await readDraft(boss.ctx, caseId)).toBeNull();
    expect(await bySql(boss.ctx, sql`select 1 from app.note_drafts where case_id = ${caseId}::uuid`)).toEqual([]);
    const kept = await bySql<{ row: string }>(mine.ctx, sql`select to_jsonb(d)::text as row from app.note_drafts d`);
    expect(kept.filter(({ row }) => row.includes("Quagga"))).toEqual([]);
    await addNote(mine.ctx, { id: noteId, caseId, kind: "call", words: "She phoned.", visibility: "working" });
    expect(await hasDraft(mine.ctx, caseId)).toBe(false);
    // Typing is one line of the log, however often it was kept.
    expect(await org.auditOf(noteId)).toEqual(["note.draft_saved", "note.written"]);
  });

  test("two windows do not overwrite each other", async () => {
    const caseId = await plantCase(mine.ctx);
    const noteId = newId();
    await saveDraft(mine.ctx, { caseId, noteId, revision: 0, typed: { words: "One" } });
    const late = { caseId, noteId, revision: 0, typed: { words: "Two" } };
    await expect(saveDraft(mine.ctx, late)).rejects.toMatchObject({ code: "conflict" });
    expect(await readDraft(mine.ctx, caseId)).toMatchObject({ typed: { words: "One" } });
  });
});
