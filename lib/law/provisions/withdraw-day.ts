import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { proclaimedDays } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { WithdrawDay } from "./input";

/** Withdraws a proclaimed day. It stays in the list, struck out. @throws AppError not_found; conflict on a repeat */
export const withdrawDay = command({
  needs: "law.write",
  input: WithdrawDay,
  async run(ctx, { dayId }) {
    const mine = and(eq(proclaimedDays.orgId, ctx.orgId), eq(proclaimedDays.id, dayId));
    const [row] = await ctx.db.select().from(proclaimedDays).where(mine).for("update");
    if (!row) throw new AppError("not_found", t("No such day."));
    if (row.withdrawn) throw new AppError("conflict", t("This day has already been withdrawn."));
    await ctx.db.update(proclaimedDays).set({ withdrawn: true }).where(mine);
    const detail = { calendar: row.calendar, day: row.day };
    return { value: { id: row.id }, audit: { action: "law.day_withdrawn", subjectId: row.id, detail } };
  },
});
