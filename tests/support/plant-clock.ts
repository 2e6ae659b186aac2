import { eq } from "drizzle-orm";
import { caseSteps, cases, handClocks } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

const zone = "Africa/Johannesburg";

export const homeToday = (ctx: Ctx) => civilDate(ctx.now, zone);

/** The follow-up of the detective, who was last heard so many days ago: at standard risk a clock of 14 days, kind D. */
export const followUp = "step:detective:T-SAPS-FU";

export async function plantFollowUp(ctx: Ctx, caseId: string, daysAgo = 0): Promise<void> {
  const on = addDays(homeToday(ctx), -daysAgo);
  await withTransaction(ctx, "read write", async ({ db, orgId, now }) => {
    await db.update(cases).set({ risk: "standard" }).where(eq(cases.id, caseId));
    await db.insert(caseSteps).values({
      orgId,
      caseId,
      stepKey: "detective",
      state: "begun",
      begunOn: on,
      lastContactOn: on,
      updatedAt: now,
    });
  });
}

/** A clock of a rule, or a date of our own, that a person started on a case. */
export async function plantHandClock(
  ctx: Ctx,
  caseId: string,
  clock: { code?: string | null; dueOn?: string | null; startedOn?: string } = {},
): Promise<string> {
  const id = newId();
  await withTransaction(ctx, "read write", ({ db, orgId, now }) =>
    db.insert(handClocks).values({
      id,
      orgId,
      caseId,
      code: clock.code ?? null,
      title: "Phone the clerk",
      startedOn: clock.startedOn ?? homeToday(ctx),
      dueOn: clock.dueOn ?? null,
      recordedBy: ctx.actor.memberId ?? "",
      recordedAt: now,
    }),
  );
  return id;
}
