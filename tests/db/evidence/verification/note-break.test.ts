import { beforeAll, describe, expect, test } from "vitest";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { noteBreak } from "@/lib/evidence/verification/note-break";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { type Planted, plantEvidence } from "@/tests/db/evidence/verification/place";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let worker: Ctx;
let planted: Planted[];

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  planted = await plantEvidence(worker, org.service(), 3);
});

const ledgerOf = async ({ caseId, exhibitId }: Planted) => (await readExhibit(worker, caseId, exhibitId)).ledger;

describe("noteBreak", () => {
  test("is in the log, and in the ledger when the original's own bytes are meant", async () => {
    const one = planted[0] as Planted;
    await noteBreak(org.service(), { exhibitId: one.exhibitId, kind: "ledger" });
    expect((await ledgerOf(one)).events.at(-1)?.action).not.toBe("hashed");
    await noteBreak(org.service(), { exhibitId: one.exhibitId, kind: "original" });
    expect((await ledgerOf(one)).events.at(-1)).toMatchObject({ action: "hashed", verified: false, by: "" });
    expect((await org.auditOf(one.exhibitId)).slice(-2)).toEqual(["evidence.check_failed", "evidence.check_failed"]);
  });

  test("names the field that is wrong", async () => {
    const attempt = noteBreak(org.service(), { exhibitId: planted[0]?.exhibitId, kind: "weather" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { kind: expect.any(String) } });
  });

  test("two at once leave a whole ledger", async () => {
    const one = planted[2] as Planted;
    await Promise.all([1, 2].map(() => noteBreak(org.service(), { exhibitId: one.exhibitId, kind: "original" })));
    expect((await ledgerOf(one)).broken).toBeNull();
  });
});
