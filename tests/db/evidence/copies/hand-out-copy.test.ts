import { beforeAll, describe, expect, test } from "vitest";
import { handOutCopy } from "@/lib/evidence/copies/hand-out-copy";
import { openMasked } from "@/lib/evidence/copies/open-masked";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bytesOf } from "@/tests/support/files";
import { addMasked } from "@/tests/support/masked";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Ctx;
let caseId: string;
let masked: { exhibitId: string; copyId: string };
const asked = (change: object = {}) => ({
  exhibitId: masked.exhibitId,
  what: "masked",
  derivativeId: masked.copyId,
  ...change,
});

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  masked = await addMasked(org, worker, caseId);
});

describe("handOutCopy", () => {
  test("the ledger names the copy and its hash, and the log has it", async () => {
    const { exhibitId } = await addMasked(org, worker, caseId);
    const copy = await openMasked(worker, exhibitId, { page: 1, version: 1 });
    expect((await bytesOf(copy.stream)).length).toBe(copy.length);
    expect(copy.name).toMatch(/^E-\d+_page 1_masked 1\.png$/);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    const entry = { action: "copied", purpose: "Downloaded: a masked copy", sha256After: copy.sha256 };
    expect(ledger.events.at(-1)).toMatchObject(entry);
    expect(ledger.holds).toBe(true);
    expect((await org.auditOf(exhibitId)).at(-1)).toBe("exhibit.downloaded");
    const missing = openMasked(worker, exhibitId, { page: 1, version: 2 });
    await expect(missing).rejects.toMatchObject({ code: "not_found" });
  });

  test("a copy of another exhibit or kind does not exist", async () => {
    const other = await addMasked(org, worker, caseId);
    for (const change of [{ exhibitId: other.exhibitId }, { what: "stripped" }]) {
      await expect(handOutCopy(worker, asked(change))).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test.each([
    ["what", { what: "original" }],
    ["exhibitId", { exhibitId: "x" }],
    ["derivativeId", { derivativeId: "x" }],
  ])("names %s when it needs another look", async (field, change) => {
    const attempt = handOutCopy(worker, asked(change));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("two at once are two lines of one chain", async () => {
    const mine = await addMasked(org, worker, caseId);
    const twice = { exhibitId: mine.exhibitId, derivativeId: mine.copyId };
    await Promise.all([1, 2].map(() => handOutCopy(worker, asked(twice))));
    const { ledger } = await readExhibit(worker, caseId, mine.exhibitId);
    expect([ledger.events.filter((event) => event.action === "copied").length, ledger.holds]).toEqual([2, true]);
  });

  test("nothing of a case that is stopped for images leaves", async () => {
    const stopped = await plantCase(worker);
    const mine = await addMasked(org, worker, stopped);
    await stopImages(worker, stopped);
    const attempt = handOutCopy(worker, asked({ exhibitId: mine.exhibitId, derivativeId: mine.copyId }));
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });
});
