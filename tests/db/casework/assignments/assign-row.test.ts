import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { assignRow } from "@/lib/casework/assignments/assign-row";
import { beginBatch } from "@/lib/casework/assignments/begin-batch";
import { readBatch } from "@/lib/casework/assignments/queries";
import { runBatch } from "@/lib/casework/assignments/run-batch";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
let mine: Person;
let colleague: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  mine = await org.person("caseworker");
  colleague = await org.person("caseworker", "Lerato Example");
});

async function begin(by: Person, caseIds: string[]): Promise<string> {
  const batchId = newId();
  await beginBatch(by.ctx, { batchId, caseIds, memberId: colleague.memberId, reason: "Fewer for one." });
  return batchId;
}

const resultsOf = async (batchId: string, by = supervisor) =>
  (await readBatch(by.ctx, batchId)).rows.map((row) => row.result);

describe("assignRow", () => {
  test("gives the case and writes the result beside it", async () => {
    const caseId = await plantCase(mine.ctx);
    const batchId = await begin(supervisor, [caseId]);
    await expect(assignRow(supervisor.ctx, { batchId, askedId: caseId })).resolves.toEqual({ result: "given" });
    expect(await org.auditOf(caseId)).toEqual(["case.assigned"]);
    expect(await org.auditOf(batchId)).toEqual(["assignment.begun", "assignment.tried"]);
    expect(await readCaseHeader(colleague.ctx, caseId)).toMatchObject({ ownerName: "Lerato Example" });
  });

  test("each row has its own result, and a bad one stops none", async () => {
    const theirs = await plantCase(colleague.ctx);
    const closed = await plantCase(mine.ctx);
    await closeCase(mine.ctx, { caseId: closed, outcome: "client_ended", note: "Ended.", seen: "on" });
    const elsewhere = await plantCase(await (await makeOrg()).as("caseworker"));
    const last = await plantCase(mine.ctx);
    const batchId = await begin(supervisor, [newId(), elsewhere, closed, theirs, last]);
    expect(await runBatch(supervisor.ctx, batchId, 500)).toEqual({ done: 5, total: 5 });
    expect(await resultsOf(batchId)).toEqual(["gone", "gone", "closed", "theirs", "given"]);
    const batch = await readBatch(supervisor.ctx, batchId);
    expect(batch.rows[1]).toMatchObject({ pseudonym: null, caseId: null });
  });

  test("a caseworker gives what they own; what they only work on is not theirs, and the rest is not there", async () => {
    const own = await plantCase(mine.ctx);
    const shared = await plantCase(supervisor.ctx);
    await bySql(
      supervisor.ctx,
      sql`insert into app.case_members (org_id, case_id, member_id, since)
      values (${org.id}, ${shared}, ${mine.memberId}, now())`,
    );
    const hidden = await plantCase(supervisor.ctx);
    const batchId = await begin(mine, [own, shared, hidden]);
    await runBatch(mine.ctx, batchId, 500);
    expect(await resultsOf(batchId, mine)).toEqual(["given", "not_permitted", "gone"]);
  });

  test("interrupted and gone on with, by two at once, each case is given once", async () => {
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push(await plantCase(mine.ctx));
    const batchId = await begin(supervisor, ids);
    expect(await runBatch(supervisor.ctx, batchId, 1)).toEqual({ done: 1, total: 4 });
    await Promise.all([runBatch(supervisor.ctx, batchId, 500), runBatch(supervisor.ctx, batchId, 500)]);
    expect(await resultsOf(batchId)).toEqual(["given", "given", "given", "given"]);
    for (const id of ids) expect(await org.auditOf(id)).toEqual(["case.assigned"]);
    const again = await begin(supervisor, ids);
    await runBatch(supervisor.ctx, again, 500);
    expect(new Set(await resultsOf(again))).toEqual(new Set(["theirs"]));
  });

  test("is for who began the list; names the field; a tried row stays as it is", async () => {
    const caseId = await plantCase(mine.ctx);
    const batchId = await begin(supervisor, [caseId]);
    const row = { batchId, askedId: caseId };
    for (const ctx of [mine.ctx, await org.as("supervisor"), await (await makeOrg()).as("supervisor")]) {
      await expect(assignRow(ctx, row)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(assignRow(supervisor.ctx, { ...row, askedId: "x" })).rejects.toMatchObject({
      fields: { askedId: expect.any(String) },
    });
    await assignRow(supervisor.ctx, row);
    await expect(assignRow(supervisor.ctx, row)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      bySql(supervisor.ctx, sql`update app.assignment_rows set result = 'gone' where batch_id = ${batchId}`),
    ).rejects.toSatisfy(refusedByPostgres);
  });
});
