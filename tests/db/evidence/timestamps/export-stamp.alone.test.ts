import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportStamp } from "@/lib/evidence/timestamps/export-stamp";
import { noteStampProblem } from "@/lib/evidence/timestamps/note-stamp-problem";
import { listStamps, stampSummaries } from "@/lib/evidence/timestamps/queries";
import { stampExhibit } from "@/lib/evidence/timestamps/stamp-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { hostOf, setAuthorities, stampRows } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

describe.skipIf(!hasTool("openssl"))("exportStamp", () => {
  let authority: TimeAuthority;
  let org: Org;
  let worker: Ctx;
  let caseId: string;
  let exhibitId: string;
  let stampId: string;

  beforeAll(async () => {
    [authority] = (await setAuthorities("Test Time")) as [TimeAuthority];
    org = await makeOrg();
    worker = await org.as("caseworker");
    caseId = await plantCase(worker);
    exhibitId = (await addExhibit(worker, caseId, seededBytes(100, 1))).exhibitId;
    await stampExhibit(org.service(), { exhibitId });
    stampId = (await listStamps(worker, exhibitId)).stamps[0]?.id ?? "";
  });
  afterAll(() => authority?.close());

  test("hands out the token as it is kept, under a name that no shell trips over, and says so in the log", async () => {
    const { token, fileName } = await exportStamp(worker, { exhibitId, stampId });
    expect(fileName).toMatch(/^E-01-127\.0\.0\.1_\d+\.tst$/);
    expect(token).toEqual((await stampRows(worker, exhibitId))[0]?.token);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.stamped", "exhibit.stamp_downloaded"]);
  });

  test("a colleague reads nothing of it", async () => {
    const { ctx: colleague } = await org.person("caseworker", "Another caseworker");
    await expect(exportStamp(colleague, { exhibitId, stampId })).rejects.toMatchObject({ code: "not_found" });
    await expect(listStamps(colleague, exhibitId)).rejects.toMatchObject({ code: "not_found" });
    expect((await stampSummaries(colleague, caseId)).states.size).toBe(0);
  });

  test("names what is not understood", async () => {
    const attempt = exportStamp(worker, { exhibitId, stampId: "first" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { stampId: "Name the stamp." } });
  });

  test("a stamp of another exhibit, and one that is not held, are not there", async () => {
    const other = (await addExhibit(worker, caseId, seededBytes(100, 2))).exhibitId;
    await expect(exportStamp(worker, { exhibitId: other, stampId })).rejects.toMatchObject({ code: "not_found" });
    const problem = { exhibitId: other, authority: hostOf(authority), problem: "no_answer" };
    await noteStampProblem(org.service(), problem);
    const pending = (await listStamps(worker, other)).stamps[0]?.id;
    const attempt = exportStamp(worker, { exhibitId: other, stampId: pending });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });
});
