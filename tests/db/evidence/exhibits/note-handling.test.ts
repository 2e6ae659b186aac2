import { beforeAll, describe, expect, test } from "vitest";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

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
      ["copied", "Downloaded: the original"],
      ["copied", "Downloaded in part: the original"],
    ]);
    expect(ledger.holds).toBe(true);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.downloaded", "exhibit.downloaded"]);
  });

  test("an intimate original wants a fresh proof, in part too; a copy of the ledger is not written without it", async () => {
    const intimate = await addExhibit(worker, caseId, seededBytes(100, 3), { sensitivity: "intimate" });
    const take = (who: Ctx, handling = "downloaded") => noteHandling(who, { exhibitId: intimate.exhibitId, handling });
    for (const who of [worker, await org.coded("caseworker")])
      for (const handling of ["downloaded", "downloaded_part"])
        await expect(take(who, handling)).rejects.toMatchObject({ fields: { passkey: expect.any(String) } });
    expect(await org.auditOf(intimate.exhibitId)).not.toContain("exhibit.downloaded");
    await take(await org.confirmed("caseworker"));
    await take(await org.provedBoth("caseworker"));
  });

  test("nothing of a case that is stopped for images is handed out, and nothing is written", async () => {
    const stopped = await plantCase(worker);
    const kept = await addExhibit(worker, stopped, seededBytes(100, 9));
    await stopImages(worker, stopped);
    const attempt = noteHandling(worker, { exhibitId: kept.exhibitId, handling: "downloaded" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(kept.exhibitId)).toEqual(["exhibit.received"]);
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
