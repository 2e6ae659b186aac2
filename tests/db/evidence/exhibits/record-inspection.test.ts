import { beforeAll, describe, expect, test } from "vitest";
import { recordInspection } from "@/lib/evidence/exhibits/commands/record-inspection";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { ExhibitLook, Receipt } from "@/lib/evidence/exhibits/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
let receipt: Receipt;
const look: ExhibitLook = { kind: "png", mime: "image/png", width: 10, height: 20, pages: 1, problem: null };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1));
});

describe("recordInspection", () => {
  test("keeps what was found, notes the check of the hash and says so in the log", async () => {
    const added = await addExhibit(worker, caseId, seededBytes(100, 2));
    await recordInspection(org.service(), { exhibitId: added.exhibitId, look, sha256: added.sha256 });
    const { exhibit, ledger } = await readExhibit(worker, caseId, added.exhibitId);
    expect(exhibit.look).toEqual(look);
    expect(exhibit.hashCheckedAt).toBeInstanceOf(Date);
    expect(ledger).toMatchObject({ holds: true, events: [{ action: "received" }, { action: "hashed", by: "" }] });
    expect(await org.auditOf(added.exhibitId)).toEqual(["exhibit.received", "exhibit.looked_into"]);
  });

  test("names what is not understood", async () => {
    const attempt = recordInspection(org.service(), { ...receipt, look: { ...look, kind: "exe" } });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { "look.kind": expect.any(String) } });
  });

  test("bytes that changed on the disk are not vouched for", async () => {
    const attempt = recordInspection(org.service(), { ...receipt, look, sha256: "0".repeat(64) });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    expect((await readExhibit(worker, caseId, receipt.exhibitId)).exhibit.look).toBeNull();
  });
});
