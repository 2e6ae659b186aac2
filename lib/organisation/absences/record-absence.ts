import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { absences } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { findStaff } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { RecordAbsence } from "./input";
import { boundsOf, wrongDays } from "./rules";

/**
 * Records that a member is away and a colleague works on their open cases from the first to the last day, by the
 * office's calendar. Members do this for themselves, supervisors for others. It ends automatically.
 * @throws AppError forbidden; invalid at `fromOn`, `untilOn`, `memberId` or `coverId`; conflict with another absence
 */
export const recordAbsence = command({
  needs: "case.write",
  input: RecordAbsence,
  async run(ctx, { memberId, coverId, fromOn, untilOn }) {
    if (ctx.actor.role !== "supervisor" && memberId !== ctx.actor.memberId) {
      throw new AppError("forbidden", t("You set your own time off. A supervisor sets it for others."));
    }
    const wrong = wrongDays(fromOn, untilOn, officeToday(ctx.now));
    if (wrong) throw new AppError("invalid", t("Some answers need correcting."), wrong);
    await findStaff(ctx, memberId, "memberId");
    await findStaff(ctx, coverId, "coverId");
    const bounds = boundsOf(fromOn, untilOn, officeZone());
    await refuseOverlap(ctx, memberId, bounds);
    const id = newId();
    const made = { madeBy: ctx.actor.memberId ?? "", madeAt: ctx.now };
    await ctx.db
      .insert(absences)
      .values({ id, orgId: ctx.orgId, memberId, coverId, fromOn, untilOn, ...bounds, ...made });
    const detail = { memberId, coverId, from: fromOn, until: untilOn };
    return { value: { id }, audit: { action: "leave.set", subjectId: id, detail } };
  },
});

/** One at a time for each member, so that two forms sent at once do not both pass. */
async function refuseOverlap(ctx: TxCtx, memberId: string, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`leave ${memberId}`}, 0))`);
  const same = and(eq(absences.orgId, ctx.orgId), eq(absences.memberId, memberId), isNull(absences.endedAt));
  const overlap = await ctx.db.$count(
    absences,
    and(same, lt(absences.startsAt, endsAt), gt(absences.endsAt, startsAt)),
  );
  if (overlap > 0) {
    throw new AppError("conflict", t("This person already has time off on some of these days. End that first."));
  }
}
