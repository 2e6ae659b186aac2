import "server-only";
import { and, eq, lt, or } from "drizzle-orm";
import { reportCounts } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { personOf } from "@/lib/oversight/saved-views/person-of";
import { newId } from "@/lib/platform/ids";
import { addHours } from "@/lib/platform/time/clock";
import { countsOf } from "./access";
import { KeepCounts } from "./input";
import { keptHours } from "./rules";

/** Keeps for a day what a person's reports counted, instead of what was counted before under the same filter. */
export const keepCounts = command({
  needs: "team.read",
  input: KeepCounts,
  async run(ctx, { figures, ...filter }) {
    const { db, orgId, now } = ctx;
    const memberId = personOf(ctx);
    const mine = and(eq(reportCounts.orgId, orgId), eq(reportCounts.memberId, memberId));
    const over = lt(reportCounts.countedAt, addHours(now, -keptHours));
    await db.delete(reportCounts).where(and(mine, or(countsOf(ctx, filter), over)));
    const { from, to, memberId: ofMember, pair } = filter;
    const row = { id: newId(), orgId, memberId, fromOn: from, toOn: to, ofMember, pair, figures, countedAt: now };
    await db.insert(reportCounts).values(row);
    return {
      value: null,
      audit: { action: "report.counted", subjectId: orgId, detail: { ...filter, counted: figures !== null } },
    };
  },
});
