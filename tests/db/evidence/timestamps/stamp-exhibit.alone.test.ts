import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listStamps, stampSummaries } from "@/lib/evidence/timestamps/queries";
import { stampExhibit } from "@/lib/evidence/timestamps/stamp-exhibit";
import { verifyHeld } from "@/lib/evidence/timestamps/verify-held";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { hostOf, setAuthorities, stampJobs, stampRows } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { opensslVerifies } from "@/tests/support/time-authority-files";
import { hasTool } from "@/tests/support/tools";

describe.skipIf(!hasTool("openssl"))("stampExhibit", () => {
  let timeAuthority: TimeAuthority;
  let two: TimeAuthority;
  let org: Org;
  let worker: Ctx;
  let caseId: string;
  let seed = 0;

  beforeAll(async () => {
    [timeAuthority, two] = (await setAuthorities("One Time", "Two Time")) as [TimeAuthority, TimeAuthority];
    org = await makeOrg();
    worker = await org.as("caseworker");
    caseId = await plantCase(worker);
  });
  afterAll(async () => {
    await timeAuthority?.close();
    await two?.close();
  });

  const at = (minutes: number) => jobCtx(org.id, { now: () => new Date(Date.now() + minutes * 60_000) });
  const add = () => {
    seed += 1;
    return addExhibit(worker, caseId, seededBytes(100, seed));
  };
  const statesOf = async (exhibitId: string) =>
    Object.fromEntries((await listStamps(worker, exhibitId)).stamps.map((stamp) => [stamp.authority, stamp.state]));

  test("receiving an exhibit asks for it, and until then it is pending", async () => {
    const { exhibitId } = await add();
    expect(await stampJobs(exhibitId)).toHaveLength(1);
    const { setUp, stamps } = await listStamps(worker, exhibitId);
    expect(setUp).toBe(true);
    expect(stamps).toMatchObject([
      { authority: hostOf(timeAuthority), state: "pending", tries: 0, id: null, problem: null, nextAt: null },
      { authority: hostOf(two), state: "pending", tries: 0, id: null, problem: null, nextAt: null },
    ]);
  });

  test("a token of each authority is held, and OpenSSL agrees on both", async () => {
    const { exhibitId, sha256 } = await add();
    expect(await stampExhibit(org.service(), { exhibitId })).toEqual({
      [hostOf(timeAuthority)]: "held",
      [hostOf(two)]: "held",
    });
    const rows = await stampRows(worker, exhibitId);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const authority = hostOf(timeAuthority) === row.authority ? timeAuthority : two;
      const file = join(authority.folder, "kept.tst");
      writeFileSync(file, row.token ?? "");
      expect(await opensslVerifies(authority.caFile, { file, sha256, at: row.genTime ?? undefined })).toBe(true);
      expect(await verifyHeld(row)).toEqual({ ok: true });
      expect(await verifyHeld({ ...row, sha256: "0".repeat(64) })).toEqual({ ok: false, problem: "wrong_hash" });
      const older = new Date((row.genTime?.getTime() ?? 0) - 1000);
      expect(await verifyHeld({ ...row, genTime: older })).toEqual({ ok: false, problem: "record_differs" });
      expect(await verifyHeld({ ...row, token: null })).toEqual({ ok: false, problem: "no_token" });
    }
    const before = [timeAuthority.asked(), two.asked()];
    expect(await stampExhibit(org.service(), { exhibitId })).toEqual({});
    expect([timeAuthority.asked(), two.asked()]).toEqual(before);
  });

  test("one authority is down: the other's stamp is held, this one is pending, and later it comes", async () => {
    const { exhibitId } = await add();
    two.behave("closes");
    await stampExhibit(at(0), { exhibitId });
    expect(await statesOf(exhibitId)).toEqual({ [hostOf(timeAuthority)]: "held", [hostOf(two)]: "pending" });
    const { states } = await stampSummaries(worker, caseId);
    expect(states.get(exhibitId)).toBe("partly");
    const [, waiting] = (await listStamps(worker, exhibitId)).stamps;
    expect(waiting).toMatchObject({ problem: "closed_early", tries: 1, nextAt: expect.any(Date) });
    expect(await stampJobs(exhibitId)).toHaveLength(2);
    two.behave("ok");
    expect(await stampExhibit(at(0), { exhibitId })).toEqual({});
    expect(await stampExhibit(at(2), { exhibitId })).toEqual({ [hostOf(two)]: "held" });
    expect(await statesOf(exhibitId)).toEqual({ [hostOf(timeAuthority)]: "held", [hostOf(two)]: "held" });
  });

  test("one that is down is left alone for a minute, so that it does not hold up the other", async () => {
    const first = await add();
    const second = await add();
    two.behave("error_500");
    await stampExhibit(at(5), { exhibitId: first.exhibitId });
    const asked = two.asked();
    const outcome = await stampExhibit(at(5), { exhibitId: second.exhibitId });
    expect(outcome).toEqual({ [hostOf(timeAuthority)]: "held", [hostOf(two)]: "waits" });
    expect(two.asked()).toBe(asked);
    const [, waiting] = (await listStamps(worker, second.exhibitId)).stamps;
    expect(waiting).toMatchObject({ state: "pending", problem: "http_error", tries: 0, nextAt: null });
    two.behave("ok");
  });

  test("is for jobs, not for people", async () => {
    const { exhibitId } = await add();
    await expect(stampExhibit(worker, { exhibitId })).rejects.toMatchObject({ code: "forbidden" });
  });
});
