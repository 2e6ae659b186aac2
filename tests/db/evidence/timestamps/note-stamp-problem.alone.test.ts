import { beforeAll, describe, expect, test } from "vitest";
import type { Receipt } from "@/lib/evidence/exhibits/types";
import { noteStampProblem } from "@/lib/evidence/timestamps/note-stamp-problem";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { holdStamps, stampJobs, stampRows } from "@/tests/support/stamps";

let org: Org;
let worker: Ctx;
let caseId: string;
let receipt: Receipt;
const now = new Date("2026-11-24T10:00:00Z");

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  receipt = await addExhibit(worker, caseId, seededBytes(100, 1));
});

const service = (at = now) => jobCtx(org.id, { now: () => at });
const failure = (problem: string, exhibitId = receipt.exhibitId) => ({ exhibitId, authority: "time.example", problem });
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe("noteStampProblem", () => {
  test("notes it, says so in the log, and asks again after one, five and twenty minutes, then leaves it to the round", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 2));
    for (const count of [1, 2, 3, 4]) {
      expect(await noteStampProblem(service(), failure("no_answer", exhibitId))).toEqual({ state: "pending" });
      expect(await stampRows(worker, exhibitId)).toMatchObject([
        { state: "pending", problem: "no_answer", tries: count, lastTriedAt: now, token: null },
      ]);
    }
    expect(await stampJobs(exhibitId)).toEqual([minutes(1), minutes(5), minutes(20)]);
    expect((await org.auditOf(exhibitId)).slice(1)).toEqual(Array(4).fill("exhibit.stamp_waits"));
  });

  test("what is not believed is refused, and no job asks again by itself", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 3));
    expect(await noteStampProblem(service(), failure("wrong_hash", exhibitId))).toEqual({ state: "refused" });
    expect(await stampJobs(exhibitId)).toEqual([]);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.stamp_refused"]);
  });

  test("takes words of the list only: what an authority says is never kept", async () => {
    const attempt = noteStampProblem(service(), failure("503 down for repair"));
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      fields: { problem: "Name a problem of the list." },
    });
  });

  test("a stamp that is held stays held", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 4));
    await noteStampProblem(service(), failure("no_answer", exhibitId));
    await holdStamps(org.service(), exhibitId);
    const attempt = noteStampProblem(service(), failure("no_answer", exhibitId));
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    expect(await stampRows(worker, exhibitId)).toMatchObject([{ state: "held", tries: 1 }]);
  });

  test("two at once count two tries on one row", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 5));
    await Promise.all([1, 2].map(() => noteStampProblem(service(), failure("unreachable", exhibitId))));
    expect(await stampRows(worker, exhibitId)).toMatchObject([{ state: "pending", tries: 2 }]);
  });
});
