import { beforeAll, describe, expect, test } from "vitest";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { noteWords } from "@/lib/evidence/exposure/note-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

async function add(text: string): Promise<string> {
  return (await addExhibit(worker, caseId, Buffer.from(text), { fileName: "note.txt" })).exhibitId;
}

async function viewed(exhibitId: string) {
  const { ledger } = await readExhibit(worker, caseId, exhibitId);
  expect(ledger.holds).toBe(true);
  return ledger.events.filter(({ action }) => action === "viewed");
}

describe("noteWords", () => {
  test("writes a line of the ledger and of the log", async () => {
    const exhibitId = await add("Wag maar");
    await noteWords(worker, { exhibitId });
    expect(await viewed(exhibitId)).toMatchObject([{ purpose: "Words shown on the screen", verified: null }]);
    expect((await org.auditOf(exhibitId)).at(-1)).toBe("exhibit.viewed");
  });

  test("names the field that needs another look", async () => {
    const attempt = noteWords(worker, { exhibitId: "E-01" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { exhibitId: expect.any(String) } });
  });

  test("many at once make one line for each person", async () => {
    const exhibitId = await add("Once");
    const other = await org.as("supervisor");
    await Promise.all([worker, other, worker, other, worker].map((person) => noteWords(person, { exhibitId })));
    expect(await viewed(exhibitId)).toHaveLength(2);
  });
});
