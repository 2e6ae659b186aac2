import { beforeAll, describe, expect, test } from "vitest";
import { caseSteps, reminders } from "@/db/schema";
import { answerClock } from "@/lib/escalation/deadlines/answer-clock";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { findOpenCases, listDeadlines, readMonthPage } from "@/lib/escalation/reminders/queries";
import { defaultWishes } from "@/lib/escalation/reminders/rules";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { stepClockKey } from "@/lib/law/clocks/rules";
import { newId } from "@/lib/platform/ids";
import { instantOnWall } from "@/lib/platform/time/zone";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantAccount } from "@/tests/support/plant-matter";

const { zone } = defaultWishes();
const at = (wall: string): Date => instantOnWall(wall, zone) ?? new Date(Number.NaN);
const mine = { whose: "mine", kind: null } as const;
const team = { whose: "team", kind: null } as const;

let org: Org;
let worker: Person;
let ctx: Ctx;
let caseId: string;
let dateId: string;

/** Round by round as the worker does it, so that each case knows its next day. */
const round = (wall: string) => sweepClocks(jobCtx(org.id, { now: () => at(wall) }));

const codes = (page: { deadlines: readonly { caseCode: string }[] }) =>
  [...new Set(page.deadlines.map((deadline) => deadline.caseCode))].toSorted();

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  ctx = { ...worker.ctx, now: at("2026-11-24T09:00") };
  caseId = await plantCase(ctx, { code: "CD-26-0001", pseudonym: "Reed Warbler" });
  dateId = newId();
  await startClock(ctx, { id: dateId, caseId, title: "Ring the clinic", dueOn: "2026-11-25" });
  const other = { ...(await org.person("caseworker")).ctx, now: ctx.now };
  const theirs = await plantCase(other, { code: "CD-26-0002", number: 2 });
  await startClock(other, { id: newId(), caseId: theirs, title: "Theirs", dueOn: "2026-12-16" });
  const stranger = { ...(await (await makeOrg()).as("caseworker")), now: ctx.now };
  await startClock(stranger, { id: newId(), caseId: await plantCase(stranger), title: "Away", dueOn: "2026-11-25" });
  await round("2026-11-24T09:15");
});

describe("listDeadlines", () => {
  test("has a caseworker's own cases, whatever is asked for", async () => {
    for (const asked of [mine, team]) expect(codes(await listDeadlines(ctx, asked))).toEqual(["CD-26-0001"]);
    const { deadlines, today, after } = await listDeadlines(ctx, mine);
    const one = deadlines.find((deadline) => deadline.key === `hand:${dateId}`);
    expect(one).toMatchObject({ pseudonym: "Reed Warbler", title: "Ring the clinic", dueOn: "2026-11-25", kind: "D" });
    expect([today, after]).toEqual(["2026-11-24", null]);
  });

  test("has a supervisor's own cases, or the whole team's", async () => {
    const supervisor = { ...(await org.as("supervisor")), now: ctx.now };
    expect(codes(await listDeadlines(supervisor, mine))).toEqual([]);
    expect(codes(await listDeadlines(supervisor, team))).toEqual(["CD-26-0001", "CD-26-0002"]);
  });

  test("is not for a liaison or an administrator", async () => {
    for (const role of ["liaison", "admin"] as const) {
      await expect(listDeadlines(await org.as(role), mine)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("is narrowed to law, provider or our own", async () => {
    for (const kind of ["L", "P", "D"] as const) {
      const { deadlines } = await listDeadlines(ctx, { whose: "mine", kind });
      expect(deadlines.every((deadline) => deadline.kind === kind)).toBe(true);
    }
    expect((await listDeadlines(ctx, { whose: "mine", kind: "D" })).deadlines.length).toBeGreaterThan(0);
  });

  test("goes on behind a mark, and a mark that says nothing is none", async () => {
    const supervisor = { ...(await org.as("supervisor")), now: ctx.now };
    const after = `2026-11-25_${caseId}`;
    expect(codes(await listDeadlines(supervisor, { ...team, after }))).toEqual(["CD-26-0002"]);
    for (const bad of ["", "x", "2026-11-25", `2026-02-30_${caseId}`, "2026-11-25_x"]) {
      expect(codes(await listDeadlines(supervisor, { ...team, after: bad })), bad).toHaveLength(2);
    }
  });
});

describe("readMonthPage", () => {
  test("has the weeks of the month, what is due in them and the holidays of both countries", async () => {
    const supervisor = { ...(await org.as("supervisor")), now: ctx.now };
    const page = await readMonthPage(supervisor, { ...team, month: "2026-12" });
    expect([page.days[0], page.days.at(-1)]).toEqual(["2026-11-30", "2027-01-03"]);
    expect(page.deadlines.filter((deadline) => deadline.title === "Theirs").map((deadline) => deadline.dueOn)).toEqual([
      "2026-12-16",
    ]);
    expect(page.deadlines.some((deadline) => deadline.title === "Ring the clinic")).toBe(false);
    expect(page.holidays.get("2026-12-16")).toEqual(["ZA: Day of Reconciliation"]);
    expect(page.more).toBe(false);
  });

  test("strikes out what was told and answered since", async () => {
    const month = { ...mine, month: "2026-11" };
    await round("2026-11-25T00:15");
    const before = await readMonthPage(ctx, month);
    expect([before.deadlines.filter((deadline) => deadline.dueOn === "2026-11-25").length, before.done]).toEqual([
      1,
      [],
    ]);
    const next = { ...ctx, now: at("2026-11-25T11:00") };
    await answerClock(next, { caseId, clockId: dateId, on: "2026-11-25", note: "They called back." });
    const page = await readMonthPage(next, month);
    expect(page.deadlines.filter((deadline) => deadline.dueOn === "2026-11-25")).toEqual([]);
    expect(page.done).toEqual([
      {
        caseId,
        clockKey: `hand:${dateId}`,
        pseudonym: "Reed Warbler",
        dueOn: "2026-11-25",
        title: "A date of our own",
      },
    ]);
  });

  test("what was told of a whole step is done when no report of it waits, and each report is named", async () => {
    const own = await makeOrg();
    const who = await own.person("caseworker");
    const now = { ...who.ctx, now: at("2026-11-24T09:00") };
    const stepKey = "platform-reports";
    const id = await plantCase(now);
    for (const [i, platform] of ["instagram", "facebook"].entries())
      await plantAccount(now, id, `1580000000${i}`, platform);
    const told = (clockKey: string, dueOn: string) => ({
      id: newId(),
      orgId: own.id,
      memberId: who.memberId,
      caseId: id,
      clockKey,
      dueOn,
      alert: "due",
      urgency: "urgent" as const,
      why: "A date.",
      madeAt: now.now,
    });
    await withTransaction(own.service(), "read write", async ({ db }) => {
      const step = { orgId: own.id, caseId: id, stepKey, updatedAt: now.now };
      await db.insert(caseSteps).values([
        { ...step, part: "instagram", state: "submitted", submittedOn: "2026-11-20", lastContactOn: "2026-11-20" },
        { ...step, part: "facebook", state: "done", submittedOn: "2026-11-19", outcomeOn: "2026-11-23" },
      ]);
      const [instagram, facebook] = ["instagram", "facebook"].map((part) => stepClockKey(stepKey, "T-PLAT-1", part));
      await db
        .insert(reminders)
        .values([
          told(stepClockKey(stepKey, "T-PLAT-1"), "2026-11-23"),
          told(stepClockKey(stepKey, "T-PLAT-1"), "2026-11-16"),
          told(instagram ?? "", "2026-11-23"),
          told(facebook ?? "", "2026-11-22"),
        ]);
    });
    const { done } = await readMonthPage(now, { ...mine, month: "2026-11" });
    expect(done.map((doneDeadline) => `${doneDeadline.dueOn} ${doneDeadline.title}`).toSorted()).toEqual([
      "2026-11-16 Platform reports",
      "2026-11-22 Platform reports: Facebook",
    ]);
  });
});

test("findOpenCases finds by code name and number, and takes signs as they are", async () => {
  const found = async (text: string) => (await findOpenCases(ctx, text)).map((openCase_) => openCase_.code);
  expect(await found("")).toEqual(["CD-26-0001"]);
  expect(await found("warb")).toEqual(["CD-26-0001"]);
  expect(await found("26-0001")).toEqual(["CD-26-0001"]);
  for (const text of ["CD-26-0002", "%", "_", "\\"]) expect(await found(text), text).toEqual([]);
});
