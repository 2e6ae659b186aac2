import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { snoozeItem } from "@/lib/escalation/snoozes/snooze-item";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { houseLaw } from "@/lib/law/jurisdictions/house-law";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { followUp, homeToday, plantFollowUp, plantHandClock } from "@/tests/support/plant-clock";

let org: Org;
let worker: Person;
let silent: string;
let today: string;

const daysOn = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  today = homeToday(worker.ctx);
  silent = (await openCase(worker.ctx, caseForm())).id;
  await plantFollowUp(worker.ctx, silent, 18);
  await advanceLadder(org.service(), { caseId: silent });
});

describe("a snooze", () => {
  test("of a deadline of the law ends at the latest the day before it, and cannot begin after that", async () => {
    const caseId = (await openCase(worker.ctx, caseForm())).id;
    const rule = houseLaw.clocks.find(
      ({ byHand, kind, sense, limit }) =>
        byHand && kind === "L" && sense === "deadline" && limit?.unit === "calendar_days",
    );
    const dueOn = addDays(today, 5);
    const id = await plantHandClock(worker.ctx, caseId, { code: rule?.code ?? "", dueOn });
    const asked = { caseId, itemKey: `hand:${id}`, reason: "It can wait." };
    await expect(snoozeItem(worker.ctx, { ...asked, until: dueOn })).rejects.toMatchObject({
      fields: { until: expect.stringContaining("does not move") },
    });
    await snoozeItem(worker.ctx, { ...asked, until: addDays(dueOn, -1) });
    const late = daysOn(worker.ctx, 5);
    await expect(snoozeItem(late, { ...asked, until: addDays(today, 9) })).rejects.toMatchObject({ code: "conflict" });
  });

  test("refuses a past day, too far a day, a missing reason, and an act that is gone", async () => {
    const asked = { caseId: silent, itemKey: followUp, until: addDays(today, 2), reason: "It can wait." };
    for (const [change, field] of [
      [{ until: today }, "until"],
      [{ until: addDays(today, 61) }, "until"],
      [{ until: "" }, "until"],
      [{ reason: " " }, "reason"],
    ] as const) {
      await expect(snoozeItem(worker.ctx, { ...asked, ...change })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
    await expect(snoozeItem(worker.ctx, { ...asked, itemKey: "hand:gone" })).rejects.toMatchObject({
      code: "not_found",
    });
    const colleague = await org.person("caseworker");
    await expect(snoozeItem(colleague.ctx, asked)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is never deleted and its reason never changed, not past the application either", async () => {
    const { id } = await snoozeItem(worker.ctx, {
      caseId: silent,
      itemKey: followUp,
      until: addDays(today, 2),
      reason: "It can wait.",
    });
    await expect(bySql(worker.ctx, sql`delete from app.queue_snoozes where id = ${id}::uuid`)).rejects.toSatisfy(
      refusedByPostgres,
    );
    await expect(
      bySql(worker.ctx, sql`update app.queue_snoozes set reason = 'x' where id = ${id}::uuid`),
    ).rejects.toBeTruthy();
  });
});
