import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEntries, caseSteps, preservations } from "@/db/schema";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { newId } from "@/lib/platform/ids";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantAccount, plantIncident } from "@/tests/support/plant-matter";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const stepKey = "emergency";

/** What the log says of the latest sending on a case. */
async function detailOf(caseId: string): Promise<Record<string, unknown>> {
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db
      .select({ detail: auditEntries.detail })
      .from(auditEntries)
      .where(and(eq(auditEntries.caseId, caseId), eq(auditEntries.action, "step.submitted")))
      .orderBy(desc(auditEntries.seq)),
  );
  return (rows[0]?.detail ?? {}) as Record<string, unknown>;
}

/** The proof was said to be kept, outside of here: nothing may be uploaded of some pictures. */
async function plantProofElsewhere(caseId: string): Promise<void> {
  await withTransaction(worker, "read write", ({ db, orgId, now }) =>
    db.insert(caseSteps).values({ orgId, caseId, stepKey: "preserve-evidence", state: "done", updatedAt: now }),
  );
}

async function plantPreservation(caseId: string): Promise<void> {
  const accountId = await plantAccount(worker, caseId, "1580000000000000001");
  await withTransaction(worker, "read write", ({ db, orgId, now }) =>
    db.insert(preservations).values({
      id: newId(),
      orgId,
      caseId,
      accountId,
      askedBy: "The investigating officer",
      askedOn: "2026-11-02",
      acceptedOn: "2026-11-03",
      recordedBy: worker.actor.memberId ?? "",
      recordedAt: now,
    }),
  );
}

describe("submitStep", () => {
  test("notes the day it was sent and says so in the log", async () => {
    const caseId = await plantCase(worker);
    await expect(submitStep(worker, { caseId, stepKey, on: "2026-11-20", at: "09:40" })).resolves.toEqual({
      on: "2026-11-20",
    });
    expect(await org.auditOf(caseId)).toContain("step.submitted");
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = submitStep(worker, { caseId, stepKey, at: "noon" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { at: expect.any(String) } });
  });

  test("asks whether the subject may come to know, where the step says so, and the log keeps the answer", async () => {
    const caseId = await plantCase(worker);
    await addExhibit(worker, caseId, seededBytes(64, 5));
    await plantIncident(worker, caseId, 1);
    const order = { caseId, stepKey: "protection-order", note: "Handed in" };
    await expect(submitStep(worker, order)).rejects.toMatchObject({
      code: "invalid",
      fields: { tipOffSeen: expect.any(String) },
    });
    await submitStep(worker, { ...order, tipOffSeen: "on" });
    const plain = await plantCase(worker);
    await submitStep(worker, { caseId: plain, stepKey });
    expect(await detailOf(caseId)).toMatchObject({ step: "protection-order", tipOffSeen: true });
    expect(await detailOf(caseId)).not.toHaveProperty("removalSeen");
    expect(await detailOf(plain)).not.toHaveProperty("tipOffSeen");
  });

  test("warns before a removal of which nothing is kept, until something is or it is weighed", async () => {
    const caseId = await plantCase(worker);
    const report = { caseId, stepKey: "film-board", tipOffSeen: "on" };
    await plantProofElsewhere(caseId);
    await expect(submitStep(worker, report)).rejects.toMatchObject({
      code: "invalid",
      fields: { removalSeen: expect.any(String) },
    });
    await submitStep(worker, { ...report, removalSeen: "on" });
    expect(await detailOf(caseId)).toMatchObject({ tipOffSeen: true, removalSeen: true });
    const kept = await plantCase(worker);
    await plantProofElsewhere(kept);
    await plantPreservation(kept);
    await submitStep(worker, { ...report, caseId: kept });
    expect(await detailOf(kept)).not.toHaveProperty("removalSeen");
  });

  const official = newestPlaybooks().flatMap((playbook) =>
    Object.values(playbook.steps)
      .filter((step) => !step.sendableByUs)
      .map((step) => [playbook.pair, playbook.version, step.key] as const),
  );

  test("there are steps that only officials send", () => {
    expect(official.length).toBeGreaterThan(5);
  });

  test.each(official)("%s, version %i: nobody here can send %s", async (pair, playbookVersion, key) => {
    const caseId = await plantCase(worker, { pair, playbookVersion });
    const attempt = submitStep(worker, { caseId, stepKey: key, tipOffSeen: "on", removalSeen: "on" });
    await expect(attempt).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("hand them over"),
    });
  });

  test("refuses what only officials may send, and a second time once it is done", async () => {
    const caseId = await plantCase(worker);
    await expect(submitStep(worker, { caseId, stepKey: "interpol" })).rejects.toMatchObject({ code: "conflict" });
    await recordOutcome(worker, { caseId, stepKey, note: "Officers came and left." });
    await expect(submitStep(worker, { caseId, stepKey })).rejects.toMatchObject({ code: "conflict" });
  });
});
