import { beforeAll, describe, expect, test } from "vitest";
import { keepStripped } from "@/lib/evidence/copies/keep-stripped";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes, webStreamOf } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

/** An exhibit with the bytes of a copy in the storage, not yet noted. */
async function stored(seed: number, to = caseId) {
  const { exhibitId } = await addExhibit(worker, to, seededBytes(100, seed));
  const { keyId } = await readOriginal(worker, exhibitId);
  const kept = await (await openFiles(worker, keyId)).receive(webStreamOf(seededBytes(50, seed)), { maxBytes: 100 });
  return { exhibitId, ...kept, format: "png", width: 5, height: 10, tool: "a test" };
}

describe("keepStripped", () => {
  test("notes the copy of the whole exhibit, and the log has it", async () => {
    const made = await stored(1);
    const { id } = await keepStripped(worker, made);
    const [copy] = await listDerivatives(worker, made.exhibitId);
    expect(copy).toMatchObject({ id, kind: "stripped", page: 0, version: 0, sha256: made.sha256, size: 50 });
    expect(await org.auditOf(made.exhibitId)).toEqual(["exhibit.received", "exhibit.stripped"]);
  });

  test.each([
    ["sha256", { sha256: "abc" }],
    ["size", { size: 0 }],
    ["format", { format: "svg" }],
  ])("names %s when it needs another look", async (field, change) => {
    const attempt = keepStripped(worker, { ...(await stored(4)), ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("there is one copy: of two at once one is refused", async () => {
    const made = await stored(5);
    const again = { ...(await stored(6)), exhibitId: made.exhibitId };
    const both = await Promise.allSettled([keepStripped(worker, made), keepStripped(worker, again)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect(await listDerivatives(worker, made.exhibitId)).toHaveLength(1);
  });

  test("nothing is noted on a case that is stopped for images", async () => {
    const stopped = await plantCase(worker);
    const made = await stored(7, stopped);
    await stopImages(worker, stopped);
    await expect(keepStripped(worker, made)).rejects.toMatchObject({ code: "conflict" });
  });
});
