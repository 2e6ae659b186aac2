import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { caseSteps, cases, reminders } from "@/db/schema";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { askForRounds } from "@/lib/operations/worker/rounds";
import { addDays } from "@/lib/platform/time/calendar";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeEach(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

/** The detective was last heard today, so the follow-up is due in 14 days. */
async function plantFollowUp(change: Parameters<typeof plantCase>[1] = {}): Promise<string> {
  const caseId = await plantCase(worker, change);
  const today = civilDate(worker.now, "Africa/Johannesburg");
  await withTransaction(worker, "read write", ({ db, orgId, now }) =>
    db.insert(caseSteps).values({
      orgId,
      caseId,
      stepKey: "detective",
      state: "begun",
      begunOn: today,
      lastContactOn: today,
      updatedAt: now,
    }),
  );
  return caseId;
}

const inDays = (days: number) => jobCtx(org.id, { now: () => addHours(worker.now, 24 * days) });

const rowOf = (caseId: string) =>
  withTransaction(
    worker,
    "read only",
    async ({ db }) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0],
  );

describe("sweepClocks", () => {
  test("brings lists up to date as the days pass, although nobody touched the case", async () => {
    const caseId = await plantFollowUp();
    expect(await sweepClocks(inDays(0))).toMatchObject({ looked: 1, changed: 1 });
    const today = civilDate(worker.now, "Africa/Johannesburg");
    expect(await rowOf(caseId)).toMatchObject({
      nextDueOn: addDays(today, 14),
      marks: expect.stringMatching(/^[^o]+$/),
    });
    await sweepClocks(inDays(15));
    expect((await rowOf(caseId))?.marks).toContain("o");
    expect((await rowOf(caseId))?.lastActivityAt).toEqual(worker.now);
  });

  test("notes the hour at which a limit in hours ends, also of a case from before it was noted", async () => {
    const caseId = await plantCase(worker);
    const sentAt = addHours(worker.now, -1);
    const today = civilDate(sentAt, "Africa/Johannesburg");
    await withTransaction(worker, "read write", ({ db, orgId, now }) =>
      db.insert(caseSteps).values({
        orgId,
        caseId,
        stepKey: "take-it-down",
        state: "submitted",
        submittedOn: today,
        submittedAt: sentAt,
        lastContactOn: today,
        updatedAt: now,
      }),
    );
    expect(await sweepClocks(inDays(0))).toMatchObject({ changed: 1 });
    expect(await rowOf(caseId)).toMatchObject({ nextDueAt: addHours(sentAt, 48) });
    expect(await sweepClocks(inDays(0))).toMatchObject({ changed: 0 });
  });

  test("reminds the people of the case once, however often and by however many it runs", async () => {
    const caseId = await plantFollowUp();
    const told = () =>
      withTransaction(org.service(), "read only", ({ db }) =>
        db.select().from(reminders).where(eq(reminders.caseId, caseId)),
      );
    await sweepClocks(inDays(14));
    const first = await told();
    expect(first.map((reminder) => reminder.clockKey)).toContain("step:detective:T-SAPS-FU");
    await Promise.all([sweepClocks(inDays(14)), sweepClocks(inDays(14))]);
    expect(await told()).toHaveLength(first.length);
  });

  test("is for jobs alone", async () => {
    await expect(sweepClocks(worker)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("looks at its own organisation's open cases, and at no closed one", async () => {
    await plantFollowUp();
    await plantFollowUp({ closedAt: worker.now });
    expect(await sweepClocks(inDays(0))).toMatchObject({ looked: 1 });
    expect(await sweepClocks((await makeOrg()).service())).toMatchObject({ looked: 0 });
  });

  test("a second run finds the work done, and leaves a case that somebody is changing to their own job", async () => {
    const held = await plantFollowUp();
    await plantFollowUp();
    await withTransaction(worker, "read write", async ({ db }) => {
      await db.select().from(cases).where(eq(cases.id, held)).for("update");
      expect(await sweepClocks(inDays(0))).toMatchObject({ looked: 1, changed: 1 });
    });
    expect(await sweepClocks(inDays(0))).toMatchObject({ looked: 2, changed: 1 });
    expect(await sweepClocks(inDays(0))).toMatchObject({ looked: 2, changed: 0, completed: 0 });
  });

  test("waits with the digests for a round that has a case in hand", async () => {
    const held = await plantFollowUp();
    let over = false;
    let sweeping: Promise<unknown> | undefined;
    await withTransaction(worker, "read write", async ({ db }) => {
      await db.select().from(cases).where(eq(cases.id, held)).for("no key update");
      sweeping = sweepClocks(inDays(14)).then(() => {
        over = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(over).toBe(false);
    });
    await sweeping;
    expect(over).toBe(true);
  });
});

test("the round of an organisation is asked for with a key, so that a second worker adds nothing", async () => {
  const sent: { orgId: string; key?: string; seconds?: number }[] = [];
  const boss = {
    send: async (
      _name: string,
      data: { orgId: string },
      options: { singletonKey?: string; singletonSeconds?: number },
    ) => {
      sent.push({ orgId: data.orgId, key: options.singletonKey, seconds: options.singletonSeconds });
      return "id";
    },
  };
  await askForRounds(boss as never);
  expect(sent).toContainEqual({ orgId: org.id, key: org.id, seconds: 900 });
});
