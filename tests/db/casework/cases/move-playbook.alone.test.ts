import { beforeAll, describe, expect, test, vi } from "vitest";
import { caseSteps, stepEvents } from "@/db/schema";
import { movePlaybook } from "@/lib/casework/cases/commands/move-playbook";
import { previewMove } from "@/lib/casework/cases/preview-move";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

const { pair, older, newer } = await vi.hoisted(async () => {
  const { useTwoVersions } = await import("@/tests/support/two-versions");
  return useTwoVersions();
});

let org: Org;
let owner: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  owner = await org.as("caseworker");
});

const planted = () => plantCase(owner, { pair, playbookVersion: older, levels: 2, number: ++planting });
let planting = 0;
const move = (caseId: string) => ({ caseId, from: older, to: newer });

/** Something recorded on a step, as the ladder's own commands write it. */
async function record(caseId: string, stepKey: string): Promise<void> {
  await withTransaction(owner, "read write", async ({ db, orgId, now, actor }) => {
    await db
      .insert(caseSteps)
      .values({ orgId, caseId, stepKey, state: "begun", begunOn: "2026-11-20", updatedAt: now });
    await db.insert(stepEvents).values({
      id: newId(),
      orgId,
      caseId,
      stepKey,
      event: "begun",
      happenedOn: "2026-11-20",
      recordedBy: actor.memberId,
      recordedAt: now,
    });
  });
}

describe("movePlaybook", () => {
  test("shows before what changes, then draws the newer version and keeps what was recorded", async () => {
    const caseId = await planted();
    await record(caseId, "tell-warden");
    await record(caseId, "hail-isle");
    const before = await previewMove(owner, caseId);
    expect(before).toMatchObject({ version: older, ahead: true, newest: { version: newer }, kept: [], mayMove: true });
    const keys = (list: { stepKey: string }[] = []) => list.map((step) => step.stepKey);
    expect(keys(before.changes?.removed)).toEqual(["hail-isle"]);
    expect(keys(before.changes?.added).toSorted()).toEqual(["keep-copy", "write-isle"]);
    expect(keys(before.changes?.renamed)).toEqual(["tell-warden"]);
    expect(before.leaving).toMatchObject([{ stepKey: "hail-isle", state: "begun", events: [{ on: "2026-11-20" }] }]);

    await movePlaybook(owner, move(caseId));
    await advanceLadder(org.service(), { caseId });
    expect(await readCaseHeader(owner, caseId)).toMatchObject({ levels: 3 });
    const drawn = (await readLadder(owner, caseId)).levels.flatMap((level) =>
      level.rows.flatMap((row) => [row.home?.key, row.there?.key]),
    );
    expect(drawn).toContain("write-isle");
    expect(drawn).not.toContain("hail-isle");
    const after = await previewMove(owner, caseId);
    expect(after).toMatchObject({ version: newer, ahead: false, changes: null, leaving: [] });
    expect(after.kept).toEqual(before.leaving);
    expect((await org.auditOf(caseId)).slice(0, 1)).toEqual(["case.playbook_moved"]);
  });

  test("is for supervisors too", async () => {
    const caseId = await planted();
    const supervisor = await org.as("supervisor");
    expect(await previewMove(supervisor, caseId)).toMatchObject({ mayMove: true });
    await movePlaybook(supervisor, move(caseId));
  });

  test("a colleague who is not on the case, and another organisation, find no such case", async () => {
    const caseId = await planted();
    const colleague = (await org.person("caseworker")).ctx;
    const other = await (await makeOrg()).as("supervisor");
    for (const ctx of [colleague, other]) {
      await expect(movePlaybook(ctx, move(caseId))).rejects.toMatchObject({ code: "not_found" });
      await expect(previewMove(ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("names the field that needs another look, and refuses versions that nobody saw", async () => {
    const caseId = await planted();
    await expect(movePlaybook(owner, { caseId, from: "", to: "new" })).rejects.toMatchObject({
      code: "invalid",
      fields: { from: expect.any(String), to: expect.any(String) },
    });
    for (const wrong of [
      { from: older, to: newer + 1 },
      { from: newer, to: newer },
      { from: older, to: older },
    ]) {
      await expect(movePlaybook(owner, { caseId, ...wrong })).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await previewMove(owner, caseId)).toMatchObject({ version: older });
  });

  test("two who move it at once move it once", async () => {
    const caseId = await planted();
    const both = await Promise.allSettled([
      movePlaybook(owner, move(caseId)),
      movePlaybook(await org.as("supervisor"), move(caseId)),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
