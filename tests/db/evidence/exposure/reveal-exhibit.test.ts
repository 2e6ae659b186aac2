import { beforeAll, describe, expect, test } from "vitest";
import { exposures } from "@/db/schema";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Receipt } from "@/lib/evidence/exhibits/types";
import { readMyExposure } from "@/lib/evidence/exposure/queries";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { addMasked } from "@/tests/support/masked";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Ctx;
let caseId: string;
let receipt: Receipt;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1));
});

describe("revealExhibit", () => {
  test("is in the ledger, in the log and in the count of the person at once", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 2));
    const before = await readMyExposure(worker);
    await revealExhibit(worker, { exhibitId, what: "page", page: 3 });
    await revealExhibit(worker, { exhibitId, what: "text" });
    const after = await readMyExposure(worker);
    expect([after.counts.page - before.counts.page, after.counts.text - before.counts.text]).toEqual([1, 1]);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.map(({ action, purpose }) => [action, purpose])).toEqual([
      ["received", expect.any(String)],
      ["viewed", "Page 3 revealed on the screen"],
      ["viewed", "Words read on the screen"],
    ]);
    expect(ledger.holds).toBe(true);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.viewed", "exhibit.viewed"]);
  });

  test("the ledger names no masked copy of another exhibit, of this case or of another", async () => {
    for (const place of [caseId, await plantCase(worker)]) {
      const { copyId } = await addMasked(org, worker, place);
      const asked = { exhibitId: receipt.exhibitId, what: "picture", derivativeId: copyId };
      await expect(revealExhibit(worker, asked)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test.each([
    ["exhibitId", { exhibitId: "x" }],
    ["what", { what: "sound" }],
    ["page", { page: 0 }],
  ])("names %s when it needs another look", async (field, change) => {
    const attempt = revealExhibit(worker, { ...receipt, what: "page", page: 1, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("many at once: each is counted and the ledger stays whole", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 3));
    await Promise.all(Array.from({ length: 5 }, () => revealExhibit(worker, { exhibitId, what: "picture" })));
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect([ledger.events.length, ledger.holds]).toEqual([6, true]);
  });

  test("no picture of a case that is stopped for images is shown; its words are", async () => {
    const stopped = await plantCase(worker);
    const { exhibitId } = await addExhibit(worker, stopped, seededBytes(100, 4));
    await stopImages(worker, stopped);
    for (const what of ["picture", "page"]) {
      const attempt = revealExhibit(worker, { exhibitId, what });
      await expect(attempt).rejects.toMatchObject({ code: "conflict", message: "No picture of this case is shown." });
    }
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received"]);
    await revealExhibit(worker, { exhibitId, what: "text" });
  });

  test("Postgres shows each person their own reveals, and refuses to change or remove one", async () => {
    await revealExhibit(worker, { ...receipt, what: "picture" });
    const admin = await org.as("admin");
    const seen = (ctx: Ctx) => withTransaction(ctx, "read only", ({ db }) => db.$count(exposures));
    const supervisor = await org.as("supervisor");
    expect([await seen(admin), await seen((await org.person("caseworker")).ctx)]).toEqual([0, 0]);
    expect(await seen(worker)).toBeGreaterThan(0);
    expect(await seen(supervisor)).toBe(await seen(worker));
    const change = withTransaction(worker, "read write", ({ db }) => db.update(exposures).set({ what: "text" }));
    await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
    const removal = withTransaction(worker, "read write", ({ db }) => db.delete(exposures));
    await expect(removal).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
