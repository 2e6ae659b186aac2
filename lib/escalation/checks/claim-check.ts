import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { takedowns } from "@/db/schema";
import { isRestricted, lockAnyCase } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { openDesk, readEntries, readItems } from "@/lib/escalation/takedowns/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addHours } from "@/lib/platform/time/clock";
import { checksOf, readSetting } from "./access";
import { ClaimCheck } from "./input";
import { byHandMinutes, requestOf } from "./rules";

/** A worker that died over it is not waited for longer than this. */
const claimHours = 1;

/**
 * The first half of the job: asks again everything that allows a look, since the list, the case and the client's wish may
 * have changed since it was enqueued. Before anything leaves it is in the log, without the address.
 * @returns what to ask for, or null
 * @throws AppError not_found when the item is no longer there
 */
export const claimCheck = command({
  needs: "job.run",
  input: ClaimCheck,
  async run(ctx, { takedownId }) {
    const mine = and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.id, takedownId), isNull(takedowns.droppedAt));
    const [found] = await ctx.db.select({ caseId: takedowns.caseId }).from(takedowns).where(mine);
    if (!found) throw new AppError("not_found", t("No such item on the take-down list."));
    const { caseId } = found;
    const { why, url, hosts } = await settle(ctx, caseId, takedownId);
    await ctx.db
      .update(takedowns)
      .set({ nextCheckAt: addHours(ctx.now, claimHours) })
      .where(mine);
    if (!url) {
      const audit = { action: "takedown.check_left" as const, subjectId: takedownId, caseId, detail: { why } };
      return { value: null, audit };
    }
    const audit = { action: "takedown.check_began" as const, subjectId: takedownId, caseId, detail: {} };
    return { value: { url, hosts }, audit };
  },
});

async function settle(ctx: TxCtx, caseId: string, takedownId: string) {
  const row = await lockAnyCase(ctx, caseId);
  const { on, hosts } = await readSetting(ctx);
  const no = (why: string) => ({ why, url: null, hosts });
  if (!on) return no("turned_off");
  if (row.checksOff) return no("case_excluded");
  if (row.closedAt !== null || (await isRestricted(ctx, caseId))) return no("case_closed");
  if (await isStopped(ctx, caseId)) return no("case_stopped");
  const desk = await openDesk(ctx, row);
  const item = (await readItems(ctx, desk)).find(({ id }) => id === takedownId);
  const request = requestOf(item?.url ?? null, hosts);
  if ("why" in request) return no(request.why);
  const { lastCheckAt } = checksOf(await readEntries(ctx, [takedownId]));
  const isFresh = lastCheckAt !== null && ctx.now.getTime() - lastCheckAt.getTime() < byHandMinutes * 60_000;
  return isFresh ? no("checked_already") : { why: "", url: request.url.href, hosts };
}
