import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { queueSnoozes } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall } from "@/lib/platform/time/zone";
import { lockItem } from "./access";
import { SnoozeItem } from "./input";
import { reasonPlace, requireSnooze } from "./rules";

/**
 * Hides an act from the queue until a day, with the reason. No clock changes, and other lists still show the date.
 * @throws AppError not_found; conflict for danger and for a deadline of the law that is too near; invalid at `until`
 */
export const snoozeItem = command({
  needs: "case.write",
  input: SnoozeItem,
  async run(ctx, { caseId, itemKey, until, reason }) {
    const { row, c, item } = await lockItem(ctx, caseId, itemKey);
    const { today, zone } = c.moment;
    requireSnooze(item, until, today);
    const wakesAt = instantOnWall(`${until}T00:00`, zone) ?? new Date(`${until}T00:00:00Z`);
    if (!ctx.actor.memberId || !item.dueOn) throw new AppError("forbidden", t("A person snoozes an act."));
    await ctx.db
      .update(queueSnoozes)
      .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
      .where(and(eq(queueSnoozes.caseId, row.id), eq(queueSnoozes.itemKey, item.key), isNull(queueSnoozes.endedAt)));
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(queueSnoozes).values({
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      itemKey: item.key,
      dueOn: item.dueOn,
      until,
      wakesAt,
      reason: vault.seal(reasonPlace(id), reason),
      snoozedBy: ctx.actor.memberId,
      snoozedAt: ctx.now,
    });
    const detail = { item: item.key, until };
    return { value: { id, caseId: row.id }, audit: { action: "item.snoozed", subjectId: id, caseId: row.id, detail } };
  },
});
