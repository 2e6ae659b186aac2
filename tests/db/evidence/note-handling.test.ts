import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { noteHandling } from "@/lib/evidence/note-handling";
import { readExhibit } from "@/lib/evidence/queries";
import { addExhibit } from "../../support/exhibit";
import { seededBytes } from "../../support/files";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
let exhibitId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  exhibitId = (await addExhibit(worker, caseId, seededBytes(100, 1))).exhibitId;
});

describe("noteHandling", () => {
  test("writes what the product did, in its own words, and the log has it", async () => {
    for (const handling of ["downloaded", "downloaded_part"]) await noteHandling(worker, { exhibitId, handling });
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.map(({ action, purpose }) => [action, purpose])).toEqual([
      ["received", expect.any(String)],
      ["copied", "Downloaded"],
      ["copied", "Downloaded in part"],
    ]);
    expect(ledger.holds).toBe(true);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.downloaded", "exhibit.downloaded"]);
  });

  test("is for people who work on cases", async () => {
    const attempt = noteHandling(await org.as("admin"), { exhibitId, handling: "downloaded" });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an exhibit of another organisation does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const attempt = noteHandling(stranger, { exhibitId, handling: "downloaded" });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("takes only what the product does", async () => {
    const attempt = noteHandling(worker, { exhibitId, handling: "destroyed" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { handling: expect.any(String) } });
  });

  test("the same thing twice is two lines", async () => {
    const { exhibitId: other } = await addExhibit(worker, caseId, seededBytes(100, 2));
    const twice = [1, 2].map(() => noteHandling(worker, { exhibitId: other, handling: "downloaded" }));
    await Promise.all(twice);
    expect((await readExhibit(worker, caseId, other)).ledger.events).toHaveLength(3);
  });
});
