import { beforeAll, describe, expect, test } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { amendNote } from "@/lib/casework/notes/amend-note";
import { getNote } from "@/lib/casework/notes/queries";
import { withdrawNote } from "@/lib/casework/notes/withdraw-note";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let mine: Person;
let boss: Person;
let caseId: string;

beforeAll(async () => {
  const org = await makeOrg();
  mine = await org.person("caseworker");
  boss = await org.person("supervisor");
  caseId = await plantCase(mine.ctx);
});

const written = async () =>
  (await addNote(mine.ctx, { id: newId(), caseId, kind: "call", words: "First.", visibility: "working" })).id;

describe("withdrawNote", () => {
  test("keeps the note with who and why, and it changes no more; a colleague may not", async () => {
    const noteId = await written();
    const bossWrote = { id: newId(), caseId, kind: "note", words: "Hers.", visibility: "working" };
    await addNote(boss.ctx, bossWrote);
    await expect(withdrawNote(mine.ctx, { noteId: bossWrote.id, reason: "No." })).rejects.toMatchObject({
      code: "forbidden",
    });
    await withdrawNote(mine.ctx, { noteId, reason: "Written on the wrong case." });
    const { note } = await getNote(mine.ctx, caseId, noteId);
    expect(note).toMatchObject({ words: "First.", withdrawn: { reason: "Written on the wrong case." } });
    await expect(amendNote(mine.ctx, { noteId, version: 0, kind: "call", words: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
