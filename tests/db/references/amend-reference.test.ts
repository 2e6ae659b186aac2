import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { amendReference } from "@/lib/references/amend-reference";
import { findByNumber, listReferences } from "@/lib/references/queries";
import { recordReference } from "@/lib/references/record-reference";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

let serial = 0;

async function planted(caseId?: string): Promise<string> {
  const raw = `Voorbeeldfontein CAS ${++serial}/4/2026`;
  const { id } = await recordReference(worker, {
    caseId: caseId ?? (await plantCase(worker)),
    kind: "cas",
    raw,
    receivedVia: "sms",
  });
  return id;
}

describe("amendReference", () => {
  test("corrects the number, the box finds the new one only, and the log says so", async () => {
    const caseId = await plantCase(worker);
    const referenceId = await planted(caseId);
    await amendReference(worker, { referenceId, raw: "CAS 900/5/2026" });
    expect((await listReferences(worker, caseId))[0]?.display).toBe("Voorbeeldfontein CAS 900/5/2026");
    expect(await org.auditOf(referenceId)).toEqual(["reference.recorded", "reference.amended"]);
    expect(await findByNumber(worker, `${serial}/4/2026`)).toEqual([]);
    expect(await findByNumber(worker, "900/5/2026")).toHaveLength(1);
  });

  test("is not for a liaison or an administrator", async () => {
    const referenceId = await planted();
    for (const role of ["liaison", "admin"] as const) {
      await expect(amendReference(await org.as(role), { referenceId, raw: "CAS 901/5/2026" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  test("does not know the numbers of another organisation", async () => {
    const referenceId = await planted();
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(amendReference(stranger, { referenceId, raw: "CAS 901/5/2026" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("names the field that needs another look", async () => {
    const referenceId = await planted();
    const attempt = amendReference(worker, { referenceId, raw: "CAS 1/13/2026" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { raw: expect.any(String) } });
  });

  test("does not take a number that another case has", async () => {
    const [taken, mine] = [await planted(), await planted()];
    expect(taken).not.toBe(mine);
    const attempt = amendReference(worker, { referenceId: mine, raw: `CAS ${serial - 1}/4/2026` });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", fields: { raw: expect.any(String) } });
  });
});
