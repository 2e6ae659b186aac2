import { beforeAll, describe, expect, test } from "vitest";
import { checkExhibit } from "@/lib/evidence/exhibits/check-exhibit";
import { listExhibits, readExhibit } from "@/lib/evidence/exhibits/queries";
import { checkNight } from "@/lib/evidence/verification/check-night";
import { listAlarms } from "@/lib/evidence/verification/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { type Planted, plantEvidence } from "@/tests/db/evidence/verification/place";
import { flipByte } from "@/tests/support/flip";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let worker: Ctx;
let planted: Planted[];

const nightsFrom = (count: number) =>
  Array.from({ length: count }, (_, day) => {
    const at = new Date(Date.UTC(2026, 10, 1 + day, 0, 30));
    return jobCtx(org.id, { now: () => at });
  });

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  planted = await plantEvidence(worker, org.service(), 8);
}, 60_000);

describe("checkNight", () => {
  test("thirty nights read every file once and leave no line in a ledger", async () => {
    const reports = [];
    for (const night of nightsFrom(30)) reports.push(await checkNight(night));
    expect(reports.reduce((sum, { counts }) => sum + counts.originals, 0)).toBe(8);
    expect(reports.reduce((sum, { counts }) => sum + counts.derivatives, 0)).toBe(16);
    const { exhibitId, caseId } = planted[0] as Planted;
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.some((event) => event.action === "hashed")).toBe(false);
    expect((await org.auditOf(org.id)).filter((action) => action === "evidence.checked")).toHaveLength(30);
  });

  test("what does not hold is in the ledger once, in the log each time, and loud on the exhibit", async () => {
    const { exhibitId, caseId, fileIds } = planted[2] as Planted;
    flipByte(fileIds[0] ?? "", 60);
    for (const night of nightsFrom(60)) await checkNight(night);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.filter((event) => event.verified === false)).toHaveLength(1);
    expect(ledger.events.at(-1)).toMatchObject({ action: "hashed", by: "" });
    expect(ledger.broken).toBeNull();
    expect((await org.auditOf(exhibitId)).filter((value) => value === "evidence.check_failed")).toHaveLength(2);
    const shown = (await listExhibits(worker, caseId)).find((exhibit) => exhibit.id === exhibitId);
    expect(shown?.hashFailedAt).toBeInstanceOf(Date);
    const supervisor = await org.as("supervisor");
    expect(await listAlarms(supervisor)).toMatchObject([{ kind: "original", exhibitId, caseId, exhibit: "E-03" }]);
    await expect(listAlarms(worker)).rejects.toMatchObject({ code: "forbidden" });
    expect(await listAlarms(await (await makeOrg()).as("supervisor"))).toEqual([]);
    flipByte(fileIds[0] ?? "", 60);
    await checkExhibit(worker, { exhibitId });
    expect(await listAlarms(supervisor)).toEqual([]);
  }, 40_000);
});
