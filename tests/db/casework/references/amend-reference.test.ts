import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { referenceChanges, referenceKeys, references } from "@/db/schema";
import { amendReference as write } from "@/lib/casework/references/commands/amend-reference";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { findByNumber, getReference, listReferences } from "@/lib/casework/references/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { seeing } from "@/tests/support/seeing";

const amendReference = seeing(write, "referenceId");

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

let serial = 10_000;
const reason = "A digit was misread.";

async function planted(caseId?: string): Promise<string> {
  // Far apart, so that no two are taken for a slip of the pen.
  serial += 1_111;
  const raw = `Voorbeeldfontein CAS ${serial}/4/2026`;
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
    await amendReference(worker, { referenceId, raw: "CAS 900/5/2026", reason });
    expect((await listReferences(worker, caseId))[0]?.display).toBe("Voorbeeldfontein CAS 900/5/2026");
    expect(await org.auditOf(referenceId)).toEqual(["reference.recorded", "reference.amended"]);
    expect(await findByNumber(worker, `${serial}/4/2026`)).toEqual([]);
    expect(await findByNumber(worker, "900/5/2026")).toHaveLength(1);
  });

  test("names the field that needs another look", async () => {
    const referenceId = await planted();
    const attempt = amendReference(worker, { referenceId, raw: "CAS 1/13/2026", reason });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { raw: expect.any(String) } });
    const silent = amendReference(worker, { referenceId, raw: "CAS 1/1/2026" });
    await expect(silent).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("asks about a number that another case has, and keeps it after the tick", async () => {
    const taken = await planted();
    const mine = await planted();
    expect(taken).not.toBe(mine);
    const input = { referenceId: mine, raw: `CAS ${serial - 1_111}/4/2026`, reason };
    await expect(amendReference(worker, input)).rejects.toMatchObject({
      code: "conflict",
      fields: { raw: expect.any(String), seenDuplicate: expect.any(String) },
    });
    await amendReference(worker, { ...input, seenDuplicate: "on" });
    expect((await getReference(worker, mine)).warnings).toEqual(["same_elsewhere"]);
  });

  test("keeps what it was, what it became and why", async () => {
    const referenceId = await planted();
    const before = `Voorbeeldfontein CAS ${serial}/4/2026`;
    await amendReference(worker, { referenceId, raw: "CAS 77001/6/2026", reason, holder: "client" });
    const { history } = await getReference(worker, referenceId);
    expect(history.map((referenceChange) => referenceChange.change)).toEqual(["recorded", "amended"]);
    expect(history[1]).toMatchObject({ reason, by: "caseworker person" });
    expect(history[1]?.fields).toContainEqual({
      field: "canonical",
      before,
      after: "Voorbeeldfontein CAS 77001/6/2026",
    });
    expect(history[1]?.fields).toContainEqual({ field: "holder", before: null, after: "client" });
  });

  test("a number that was waited for needs no reason", async () => {
    const caseId = await plantCase(worker);
    const { id } = await recordReference(worker, { caseId, kind: "cas", state: "not_yet_issued" });
    await amendReference(worker, { referenceId: id, raw: "Voorbeeldfontein CAS 88001/6/2026", receivedVia: "sms" });
    expect(await listReferences(worker, caseId)).toMatchObject([{ state: "issued", receivedVia: "sms" }]);
  });

  test("of two at once, one stands in the history and the other person is told", async () => {
    const referenceId = await planted();
    const raws = ["CAS 33001/6/2026", "CAS 44002/6/2026"];
    const both = await Promise.allSettled(
      raws.map((raw) => amendReference(worker, { referenceId, raw, reason, version: 0 })),
    );
    expect(both.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { history, display } = await getReference(worker, referenceId);
    const last = history.at(-1)?.fields.find((field) => field.field === "canonical");
    expect(last?.after).toBe(display);
    expect(history).toHaveLength(2);
  });

  test("a PIN that was kept by mistake is gone once the number is corrected, from its history too", async () => {
    const caseId = await plantCase(worker);
    const kept = { caseId, kind: "ncb", raw: "PTA 4471 PIN 998877", receivedVia: "sms", keepAsTyped: "on" };
    const { id: referenceId } = await recordReference(worker, kept);
    await amendReference(worker, { referenceId, raw: "PTA 4471", reason: "It held the PIN." });
    const everything = await withTransaction(worker, "read only", async ({ db }) => [
      await db.select().from(references).where(eq(references.id, referenceId)),
      await db.select().from(referenceChanges).where(eq(referenceChanges.referenceId, referenceId)),
      await db.select().from(referenceKeys).where(eq(referenceKeys.referenceId, referenceId)),
    ]);
    expect(everything.map((rows) => rows.length > 0)).toEqual([true, true, true]);
    expect(JSON.stringify(everything)).toContain("PTA 4471");
    expect(JSON.stringify(everything)).not.toContain("998877");
  });
});
