import { beforeAll, describe, expect, test } from "vitest";
import { caseSteps } from "@/db/schema";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { reopenStep } from "@/lib/escalation/ladder/commands/reopen-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { readLadder, readStepPage } from "@/lib/escalation/ladder/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantAccount } from "@/tests/support/plant-matter";

const stepKey = "platform-reports";
let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

/** A case with kept proof and an account on each platform. */
async function caseOn(...platforms: string[]): Promise<string> {
  const caseId = await plantCase(worker);
  await withTransaction(worker, "read write", ({ db, orgId, now }) =>
    db.insert(caseSteps).values({ orgId, caseId, stepKey: "preserve-evidence", state: "done", updatedAt: now }),
  );
  for (const [i, platform] of platforms.entries()) {
    await plantAccount(worker, caseId, `15800000000000000${i}`, platform);
  }
  return caseId;
}

const explanation = async (caseId: string) =>
  (await readStepPage(worker, caseId, stepKey)).view.parts.map((part) => `${part.name}: ${part.status}`);
const clocks = async (caseId: string) =>
  (await readDeadlinesPage(worker, caseId)).clocks.flatMap((clock) =>
    clock.stepKey === stepKey ? [clock.stepTitle] : [],
  );
const report = { kind: "platform_report", receivedVia: "email" };

describe("platform reports", () => {
  test("the number of one and the answer of one touch nothing of the other", async () => {
    const caseId = await caseOn("instagram", "facebook");
    expect(await explanation(caseId)).toEqual(["Instagram: ready", "Facebook: ready"]);
    await recordReference(worker, { caseId, ...report, raw: "IG-0001-22", issuer: "Instagram" });
    expect(await explanation(caseId)).toEqual(["Instagram: waiting", "Facebook: ready"]);
    expect(await clocks(caseId)).toEqual(["Platform reports: Instagram"]);
    await submitStep(worker, { caseId, stepKey, part: "facebook", tipOffSeen: "on", removalSeen: "on" });
    expect(await clocks(caseId)).toHaveLength(2);
    await recordOutcome(worker, { caseId, stepKey, part: "instagram", answer: "removed", note: "Taken down." });
    expect(await explanation(caseId)).toEqual(["Instagram: done", "Facebook: waiting"]);
    expect(await clocks(caseId)).toEqual(["Platform reports: Facebook"]);
    await advanceLadder(org.service(), { caseId });
    expect((await readStepPage(worker, caseId, stepKey)).view.status).toBe("waiting");
    await skipStep(worker, { caseId, stepKey, part: "facebook", reason: "The account is gone." });
    const { completed } = await advanceLadder(org.service(), { caseId });
    expect(completed).toContain(stepKey);
    const { view, events } = await readStepPage(worker, caseId, stepKey);
    expect(view.status).toBe("done");
    expect(events.map((stepEvent) => [stepEvent.event, stepEvent.about])).toEqual([
      ["done", null],
      ["skipped", "Facebook"],
      ["done", "Instagram"],
      ["submitted", "Facebook"],
    ]);
    await reopenStep(worker, { caseId, stepKey, part: "facebook", reason: "It is back." });
    expect(await explanation(caseId)).toEqual(["Instagram: done", "Facebook: ready"]);
  });

  test("it is said to whom, and a platform that no account names can be added", async () => {
    const caseId = await caseOn("instagram");
    for (const command of [submitStep, beginStep, noteContact, recordOutcome]) {
      const attempt = command(worker, { caseId, stepKey, note: "Some words.", tipOffSeen: "on", removalSeen: "on" });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { part: expect.any(String) } });
    }
    const nowhere = beginStep(worker, { caseId, stepKey, part: "myspace" });
    await expect(nowhere).rejects.toMatchObject({ code: "invalid", fields: { part: expect.any(String) } });
    await beginStep(worker, { caseId, stepKey, part: "discord" });
    expect(await explanation(caseId)).toEqual(["Instagram: ready", "Discord: begun"]);
    const { platforms } = await readStepPage(worker, caseId, stepKey);
    expect(platforms.map((platform) => platform.value)).not.toContain("discord");
    expect(platforms.map((platform) => platform.value)).toContain("facebook");
    const other = beginStep(worker, { caseId, stepKey: "emergency", part: "discord" });
    await expect(other).rejects.toMatchObject({ code: "not_found" });
  });

  test("what was noted of the whole step goes on for each, and an answer says what the platform did", async () => {
    const caseId = await caseOn("instagram", "facebook");
    const today = homeToday(worker);
    await withTransaction(worker, "read write", ({ db, orgId, now }) =>
      db.insert(caseSteps).values({
        orgId,
        caseId,
        stepKey,
        state: "submitted",
        updatedAt: now,
        begunOn: today,
        submittedOn: today,
        lastContactOn: today,
      }),
    );
    expect(await explanation(caseId)).toEqual(["Instagram: waiting", "Facebook: waiting"]);
    const attempt = recordOutcome(worker, { caseId, stepKey, part: "facebook", note: "No answer is said." });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { answer: expect.any(String) } });
    await noteContact(worker, { caseId, stepKey, part: "facebook", note: "They ask for the address." });
    await recordOutcome(worker, { caseId, stepKey, part: "facebook", answer: "kept_up", note: "No rule broken." });
    expect(await explanation(caseId)).toEqual(["Instagram: waiting", "Facebook: done"]);
    const [, facebook] = (await readStepPage(worker, caseId, stepKey)).view.parts;
    expect(facebook).toMatchObject({
      word: expect.stringMatching(/^Left up/),
      sentOn: today,
      recordedWords: "No rule broken.",
    });
    const back = reopenStep(worker, { caseId, stepKey, part: "instagram", reason: "Not sent after all." });
    await expect(back).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("for the whole step"),
    });
  });

  test("a step that is left out as a whole takes no report, and what was answered before does not make it done", async () => {
    const caseId = await caseOn("instagram", "facebook");
    await submitStep(worker, { caseId, stepKey, part: "instagram", tipOffSeen: "on", removalSeen: "on" });
    await recordOutcome(worker, { caseId, stepKey, part: "instagram", answer: "removed", note: "Taken down." });
    await skipStep(worker, { caseId, stepKey, reason: "The client wants no more." });
    const { completed } = await advanceLadder(org.service(), { caseId });
    expect(completed).not.toContain(stepKey);
    const out = { code: "conflict", message: expect.stringContaining("marked as not needed") };
    await expect(beginStep(worker, { caseId, stepKey, part: "discord" })).rejects.toMatchObject(out);
    const seen = { tipOffSeen: "on", removalSeen: "on" };
    await expect(submitStep(worker, { caseId, stepKey, part: "facebook", ...seen })).rejects.toMatchObject(out);
    expect(await explanation(caseId)).toEqual(["Instagram: done", "Facebook: skipped"]);
    await reopenStep(worker, { caseId, stepKey, reason: "They want it after all." });
    expect(await explanation(caseId)).toEqual(["Instagram: done", "Facebook: ready"]);
  });

  test("a word on a report of a number keeps what was recorded of its platform", async () => {
    const caseId = await caseOn("instagram");
    const today = homeToday(worker);
    await submitStep(worker, { caseId, stepKey, part: "instagram", tipOffSeen: "on", removalSeen: "on" });
    const told = { caseId, stepKey, part: "instagram", note: "They look at it." };
    await recordOutcome(worker, { ...told, answer: "refused", completes: false });
    await recordReference(worker, { caseId, ...report, raw: "QX-7710-91", issuer: "Instagram" });
    await noteContact(worker, { caseId, stepKey, part: "instagram", note: "They asked again." });
    const [part] = (await readStepPage(worker, caseId, stepKey)).view.parts;
    expect(part).toMatchObject({ number: "QX-7710-91", sentOn: today, recordedWords: "Refused: They look at it." });
  });

  test("an exhibit's platform is one to report to, and the list of cases names what is due", async () => {
    const caseId = await caseOn();
    await addExhibit(worker, caseId, seededBytes(64, 7), { platform: "tiktok" });
    expect(await explanation(caseId)).toEqual(["TikTok: ready"]);
    await recordReference(worker, { caseId, ...report, raw: "TT-0009-77" });
    expect(await explanation(caseId)).toEqual(["TikTok: waiting"]);
    expect((await readLadder(worker, caseId)).clocks.map((clock) => clock.stepTitle)).toContain(
      "Platform reports: TikTok",
    );
  });
});
