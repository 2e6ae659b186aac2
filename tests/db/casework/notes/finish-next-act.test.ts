import { beforeAll, describe, expect, test } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { amendNote } from "@/lib/casework/notes/amend-note";
import { finishNextAct } from "@/lib/casework/notes/finish-next-act";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let mine: Person;
let caseId: string;

beforeAll(async () => {
  mine = await (await makeOrg()).person("caseworker");
  caseId = await plantCase(mine.ctx);
});

describe("finishNextAct", () => {
  test("ends the deadline once; another day makes it a deadline again", async () => {
    const note = { kind: "call", words: "She phoned." };
    const { id } = await addNote(mine.ctx, {
      ...note,
      id: newId(),
      caseId,
      visibility: "working",
      nextOn: "2099-01-02",
    });
    const dueOn = async () =>
      (await readLadder(mine.ctx, caseId)).clocks.find(({ key }) => key === `note:${id}`)?.dueOn;
    expect(await dueOn()).toBe("2099-01-02");
    await finishNextAct(mine.ctx, { noteId: id });
    expect(await dueOn()).toBeUndefined();
    await expect(finishNextAct(mine.ctx, { noteId: id })).rejects.toMatchObject({ code: "conflict" });
    await amendNote(mine.ctx, { ...note, noteId: id, version: 0, nextOn: "2099-01-09" });
    expect(await dueOn()).toBe("2099-01-09");
  });

  test("a note that says nothing to be done has nothing to finish", async () => {
    const { id } = await addNote(mine.ctx, {
      id: newId(),
      caseId,
      kind: "note",
      words: "Seen.",
      visibility: "working",
    });
    await expect(finishNextAct(mine.ctx, { noteId: id })).rejects.toMatchObject({ code: "conflict" });
  });
});
