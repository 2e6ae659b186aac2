import { beforeAll, describe, expect, test } from "vitest";
import { noteScan } from "@/lib/evidence/scans/note-scan";
import { noteScanProblem } from "@/lib/evidence/scans/note-scan-problem";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const add = async () => (await addExhibit(worker, caseId, freshBytes(100))).exhibitId;
const jobsOf = async (exhibitId: string) =>
  (await owner()`select start_after from pgboss.job where name = 'exhibit.scan' and data->>'exhibitId' = ${exhibitId}`)
    .length;

describe("noteScanProblem", () => {
  test("says in the log why there is no verdict, and asks again by itself", async () => {
    const exhibitId = await add();
    await noteScanProblem(org.service(), { exhibitId, problem: "no_answer" });
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.scan_waits"]);
    expect(await jobsOf(exhibitId)).toBe(1);
  });

  test("what a scanner would say again is left to the round", async () => {
    for (const problem of ["too_large", "locked"]) {
      const exhibitId = await add();
      await noteScanProblem(org.service(), { exhibitId, problem });
      expect(await jobsOf(exhibitId)).toBe(0);
    }
  });

  test("takes a problem of the list", async () => {
    const exhibitId = await add();
    const verdict = { exhibitId, problem: "no_answer" };
    await expect(noteScanProblem(org.service(), { ...verdict, problem: "tired" })).rejects.toMatchObject({
      fields: { problem: "Name a problem of the list." },
    });
  });

  test("comes too late behind a verdict", async () => {
    const exhibitId = await add();
    await noteScan(org.service(), { exhibitId, virus: null, engine: "ClamAV 1.4.3" });
    const attempt = noteScanProblem(org.service(), { exhibitId, problem: "no_answer" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });
});
