import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listStamps, stampSummaries } from "@/lib/evidence/timestamps/queries";
import { stampExhibit } from "@/lib/evidence/timestamps/stamp-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { hostOf, setAuthorities, stampJobs, stampRows } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

const faults = [
  ["slow", "held", null],
  ["wrong_nonce", "refused", "wrong_nonce"],
  ["wrong_imprint", "refused", "wrong_hash"],
  ["expired_certificate", "refused", "outside_validity"],
  ["foreign_ca", "refused", "unknown_authority"],
  ["rejects", "pending", "not_granted"],
  ["error_500", "pending", "http_error"],
  ["huge", "pending", "too_large"],
  ["redirect", "pending", "redirected"],
  ["garbage", "pending", "garbled"],
  ["wrong_type", "pending", "wrong_type"],
  ["closes", "pending", "closed_early"],
  ["closes_halfway", "pending", "closed_early"],
  ["hang", "pending", "no_answer"],
] as const;

const actions = { held: "exhibit.stamped", pending: "exhibit.stamp_waits", refused: "exhibit.stamp_refused" };

describe.skipIf(!hasTool("openssl"))("An authority that misbehaves", () => {
  let authority: TimeAuthority;
  let org: Org;
  let worker: Ctx;
  let caseId: string;

  beforeAll(async () => {
    [authority] = (await setAuthorities("Test Time")) as [TimeAuthority];
    org = await makeOrg();
    worker = await org.as("caseworker");
    caseId = await plantCase(worker);
  });
  afterAll(() => authority?.close());

  /** It rests for a minute after it gave nothing, and our clock may be ten minutes off: so each acts a little later. */
  const turn = (number: number) => jobCtx(org.id, { now: () => new Date(Date.now() + (-9 + number * 1.1) * 60_000) });

  test.each(faults.map((fault, number) => [...fault, number] as const))(
    "by %s: the stamp is %s (%s)",
    async (mode, state, problem, number) => {
      const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, number));
      authority.behave(mode);
      const outcome = await stampExhibit(turn(number), { exhibitId });
      expect(outcome).toEqual({ [hostOf(authority)]: problem ?? "held" });
      expect((await listStamps(worker, exhibitId)).stamps).toMatchObject([{ state, problem, tries: 1 }]);
      expect((await stampSummaries(worker, caseId)).states.get(exhibitId)).toBe(state);
      expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", actions[state]]);
      expect(await stampJobs(exhibitId)).toHaveLength(state === "pending" ? 2 : 1);
      expect((await stampRows(worker, exhibitId))[0]?.token === null).toBe(state !== "held");
    },
    40_000,
  );

  test("by the same fault for long: counted, and said in the log once", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 99));
    authority.behave("error_500");
    for (const minutes of [10, 12, 18, 40, 101]) {
      await stampExhibit(jobCtx(org.id, { now: () => new Date(Date.now() + minutes * 60_000) }), { exhibitId });
    }
    expect(await stampRows(worker, exhibitId)).toMatchObject([{ state: "pending", tries: 5 }]);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.stamp_waits"]);
    authority.behave("rejects");
    await stampExhibit(jobCtx(org.id, { now: () => new Date(Date.now() + 200 * 60_000) }), { exhibitId });
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.stamp_waits", "exhibit.stamp_waits"]);
  });
});
