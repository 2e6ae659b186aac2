import { beforeAll, describe, expect, test } from "vitest";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { askForMissing } from "@/lib/evidence/timestamps/ask-for-missing";
import { noteStampProblem } from "@/lib/evidence/timestamps/note-stamp-problem";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { holdStamps, stampJobs, stampRows } from "@/tests/support/stamps";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  // Nobody listens there: what the round gives out is looked at, not done.
  process.env.TSA_URLS = "https://one.invalid/tsr,https://two.invalid/tsr";
  process.env.TSA_CA_FILE = "/nowhere/roots.pem";
});

const later = (hours: number) => jobCtx(org.id, { now: () => new Date(Date.now() + hours * 3_600_000) });

async function fresh(): Promise<void> {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
}

async function add(): Promise<string> {
  const { exhibitId } = await addExhibit(worker, caseId, freshBytes(50));
  await owner()`delete from pgboss.job where data->>'exhibitId' = ${exhibitId}`;
  return exhibitId;
}

const failure = (exhibitId: string, authority: string, problem: string) => ({ exhibitId, authority, problem });

describe("askForMissing", () => {
  test("exhibits of before an authority was set up become pending, once", async () => {
    await fresh();
    const ids = [await add(), await add()];
    expect(await askForMissing(later(0))).toBe(0);
    expect(await askForMissing(later(0.2))).toBe(2);
    for (const id of ids) {
      expect(await stampJobs(id)).toHaveLength(1);
      expect(await stampRows(worker, id)).toMatchObject([
        { authority: "one.invalid", state: "pending", tries: 0 },
        { authority: "two.invalid", state: "pending", tries: 0 },
      ]);
    }
    expect(await askForMissing(later(0.25))).toBe(0);
  });

  test("one that was tried in vain is asked for an hour later, one that was refused a day later", async () => {
    await fresh();
    const id = await add();
    await noteStampProblem(later(0), failure(id, "one.invalid", "no_answer"));
    await noteStampProblem(later(0), failure(id, "two.invalid", "wrong_hash"));
    expect(await askForMissing(later(0.9))).toBe(0);
    expect(await askForMissing(later(1.1))).toBe(1);
    await holdStamps(org.service(), id, "one.invalid");
    expect(await askForMissing(later(23))).toBe(0);
    expect(await askForMissing(later(25))).toBe(1);
    await holdStamps(org.service(), id);
    expect(await askForMissing(later(100))).toBe(0);
  });

  test("the round of the worker does it", async () => {
    await fresh();
    const id = await add();
    await sweepClocks(later(1));
    expect(await stampJobs(id)).toHaveLength(1);
  });

  test("another organisation's exhibits are not its business, and people may not run it", async () => {
    await fresh();
    await add();
    expect(await askForMissing(jobCtx((await makeOrg()).id, { now: () => later(1).now }))).toBe(0);
    await expect(askForMissing(worker)).rejects.toMatchObject({ code: "forbidden" });
  });
});
