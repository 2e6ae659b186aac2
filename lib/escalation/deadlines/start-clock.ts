import { t } from "@/lib/platform/language/translate";
import "server-only";
import { handClocks } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { command } from "@/lib/kernel/access/command";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import { StartClock } from "./input";
import { newClock } from "./rules";

/**
 * Starts a clock by hand, by a rule whose trigger is no record of ours, or a date of our own.
 * @throws AppError invalid on the field when the trigger cannot be right or the rule is not in force
 */
export const startClock = command({
  needs: "case.write",
  input: StartClock,
  async run(ctx, { id, caseId, at, note, stepKey, part, ...asked }) {
    const row = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const { zone } = playbookOf(row, law).home;
    const clock = newClock({ ...asked, at }, civilDate(ctx.now, zone), law);
    const startedAt = at ? instantOnWall(`${clock.startedOn}T${at}`, zone) : null;
    if (startedAt && startedAt > ctx.now) {
      throw new AppError("invalid", t("This is in the future."), { at: t("This time is in the future.") });
    }
    const by = { recordedBy: ctx.actor.memberId ?? "", recordedAt: ctx.now };
    await ctx.db.insert(handClocks).values({
      id,
      orgId: ctx.orgId,
      caseId,
      code: asked.code,
      stepKey,
      part: part ?? "",
      ...clock,
      startedAt,
      note,
      ...by,
    });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    const detail = { rule: asked.code ?? "own date", on: clock.startedOn };
    return { value: { id }, audit: { action: "clock.started", subjectId: id, caseId, detail } };
  },
});
