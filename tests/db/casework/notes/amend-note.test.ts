import { beforeAll, describe, expect, test } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { amendNote } from "@/lib/casework/notes/amend-note";
import { getNote, listOthersChanging } from "@/lib/casework/notes/queries";
import { saveDraft } from "@/lib/casework/notes/save-draft";
import { ClashError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let boss: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  boss = await org.person("supervisor", "Boss Example");
  caseId = await plantCase(mine.ctx);
});

const written = async () =>
  (await addNote(mine.ctx, { id: newId(), caseId, kind: "call", words: "First.", visibility: "working" })).id;

describe("amendNote", () => {
  test("two people on one note: the second one is shown both wordings, and every wording stays", async () => {
    const noteId = await written();
    await amendNote(boss.ctx, { noteId, version: 0, kind: "call", words: "Hers." });
    const late = { noteId, kind: "call", words: "Mine." };
    const clash = await amendNote(mine.ctx, { ...late, version: 0 }).catch((error: unknown) => error);
    expect(clash).toBeInstanceOf(ClashError);
    expect((clash as ClashError).clash).toMatchObject({ by: "Boss Example", version: 1, theirs: { words: ["Hers."] } });
    await amendNote(mine.ctx, { ...late, words: "Hers. Mine.", version: 1 });
    const { note, versions } = await getNote(mine.ctx, caseId, noteId);
    expect(note.words).toBe("Hers. Mine.");
    expect(versions.map(({ number, body }) => [number, body.words])).toEqual([
      [3, "Hers. Mine."],
      [2, "Hers."],
      [1, "First."],
    ]);
    expect(await org.auditOf(noteId)).toEqual(["note.written", "note.amended", "note.amended"]);
  });

  test("who opens a note to change it is told who else is changing it now, and not what they type", async () => {
    const noteId = await written();
    const draft = { caseId, noteId, revision: 0, typed: { kind: "call", words: "A new word: Quagga." } };
    await saveDraft(boss.ctx, draft);
    const seen = await listOthersChanging(mine.ctx, noteId);
    expect(seen).toEqual([{ by: "Boss Example", savedAt: boss.ctx.now }]);
    expect(await listOthersChanging(boss.ctx, noteId)).toEqual([]);
    const later = { ...mine.ctx, now: new Date(boss.ctx.now.getTime() + 11 * 60_000) };
    expect(await listOthersChanging(later, noteId)).toEqual([]);
    const bystander = await org.person("caseworker");
    expect(await listOthersChanging(bystander.ctx, noteId)).toEqual([]);
    const stranger = await (await makeOrg()).person("supervisor");
    expect(await listOthersChanging(stranger.ctx, noteId)).toEqual([]);
  });

  test("the time stays when nobody touches it", async () => {
    const noteId = await written();
    const before = (await getNote(mine.ctx, caseId, noteId)).note.happenedAt;
    await amendNote(mine.ctx, { noteId, version: 0, kind: "visit", words: "First." });
    expect((await getNote(mine.ctx, caseId, noteId)).note).toMatchObject({ kind: "visit", happenedAt: before });
  });
});
