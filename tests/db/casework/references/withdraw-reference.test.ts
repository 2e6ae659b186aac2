import { beforeAll, describe, expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";
import { findByNumber, getReference, listReferences } from "@/lib/casework/references/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

let serial = 10_000;

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

const reason = "It belongs to another client.";

describe("withdrawReference", () => {
  test("takes the number off the case, and the log says so", async () => {
    const caseId = await plantCase(worker);
    const referenceId = await planted(caseId);
    await withdrawReference(worker, { referenceId, reason });
    expect(await listReferences(worker, caseId)).toEqual([]);
    expect(await findByNumber(worker, `${serial}/4/2026`)).toEqual([]);
    expect(await org.auditOf(referenceId)).toContain("reference.withdrawn");
    const { history } = await getReference(worker, referenceId);
    expect(history.at(-1)).toMatchObject({ change: "withdrawn", reason });
  });

  test("names the field that needs another look", async () => {
    const referenceId = await planted();
    const attempt = withdrawReference(worker, { referenceId, reason: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("of two at once, one wins", async () => {
    const referenceId = await planted();
    const both = await Promise.allSettled([1, 2].map(() => withdrawReference(worker, { referenceId, reason })));
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});
