import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { beginBatch } from "@/lib/casework/assignments/begin-batch";
import { hasBegun, readBatch } from "@/lib/casework/assignments/queries";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let supervisor: Person;
let colleague: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Sipho Example");
  colleague = await org.person("caseworker", "Lerato Example");
});

const form = (change: object = {}) => ({
  batchId: newId(),
  caseIds: [newId()],
  memberId: colleague.memberId,
  reason: "Quagga is on leave.",
  ...change,
});

describe("beginBatch", () => {
  test("keeps each case once, in order, with a sealed reason, and gives none yet", async () => {
    const asked = [newId(), newId()];
    const batchId = newId();
    await beginBatch(supervisor.ctx, form({ batchId, caseIds: [...asked, asked[0], "no id"] }));
    expect(await org.auditOf(batchId)).toEqual(["assignment.begun"]);
    const batch = await readBatch(supervisor.ctx, batchId);
    expect(batch).toMatchObject({ to: "Lerato Example", by: "Sipho Example", reason: "Quagga is on leave.", done: 0 });
    expect(batch.rows.map((row) => row.askedId)).toEqual(asked);
    const [row] = await bySql<Record<string, string>>(
      supervisor.ctx,
      sql`select reason from app.assignment_batches where id = ${batchId}`,
    );
    expect(row?.reason).not.toContain("Quagga");
  });

  test("a list is read by who began it, and by nobody of another organisation", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const batchId = newId();
    await beginBatch(supervisor.ctx, form({ batchId }));
    await expect(readBatch(stranger, batchId)).rejects.toMatchObject({ code: "not_found" });
    await expect(readBatch(colleague.ctx, batchId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the fields that are wrong", async () => {
    await expect(beginBatch(supervisor.ctx, form({ caseIds: [], memberId: "", reason: " " }))).rejects.toMatchObject({
      fields: { caseIds: expect.any(String), memberId: expect.any(String), reason: expect.any(String) },
    });
    const many = Array.from({ length: 501 }, () => newId());
    await expect(beginBatch(supervisor.ctx, form({ caseIds: many }))).rejects.toMatchObject({
      fields: { caseIds: expect.any(String) },
    });
    const officer = await org.person("liaison");
    await expect(beginBatch(supervisor.ctx, form({ memberId: officer.memberId }))).rejects.toMatchObject({
      fields: { memberId: expect.any(String) },
    });
  });

  test("the same form sent twice is one list", async () => {
    const asked = form();
    const both = await Promise.allSettled([beginBatch(supervisor.ctx, asked), beginBatch(supervisor.ctx, asked)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await hasBegun(supervisor.ctx, asked.batchId)).toBe(true);
    expect(await hasBegun(colleague.ctx, asked.batchId)).toBe(false);
  });
});
