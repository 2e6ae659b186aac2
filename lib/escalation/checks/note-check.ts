import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { takedownEvents, takedowns } from "@/db/schema";
import { isRestricted, lockAnyCase } from "@/lib/casework/cases/access";
import { isKept, openDesk, readEntries } from "@/lib/escalation/takedowns/access";
import { proofPlace, standingOf } from "@/lib/escalation/takedowns/rules";
import type { Look } from "@/lib/escalation/takedowns/types";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { chance, newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { checksOf } from "./access";
import { NoteCheck } from "./input";
import { noticeHoursOf } from "./notice-hours-of";
import { nextCheck } from "./rules";
import type { Finding } from "./types";

const events: Record<Finding, Look> = {
  up: "seen_up",
  gone: "seen_gone",
  sign_in: "seen_sign_in",
  unclear: "seen_unclear",
};

/**
 * The second half of the job: what was found goes into the history of the item, with its proof, and moves its clocks as
 * the look of a person does. Nothing is recorded on a case that was restricted meanwhile. @throws AppError not_found
 */
export const noteCheck = command({
  needs: "job.run",
  input: NoteCheck,
  async run(ctx, { takedownId, found, proof, problem }) {
    const mine = and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.id, takedownId), isNull(takedowns.droppedAt));
    const [item] = await ctx.db.select({ caseId: takedowns.caseId }).from(takedowns).where(mine);
    if (!item) throw new AppError("not_found", t("No such item on the take-down list."));
    const { caseId } = item;
    const desk = await openDesk(ctx, await lockAnyCase(ctx, caseId));
    const detail = { found, status: proof.status ?? 0, problem: problem ?? "" };
    const audit = { action: "takedown.checked" as const, subjectId: takedownId, caseId, detail };
    if (await isRestricted(ctx, caseId)) return { value: undefined, audit };
    const id = newId();
    await ctx.db.insert(takedownEvents).values({
      id,
      orgId: ctx.orgId,
      caseId,
      takedownId,
      event: events[found],
      happenedOn: desk.today,
      happenedAt: ctx.now,
      seenBy: "checker",
      proof: desk.vault.seal(proofPlace(id), JSON.stringify(proof)),
      recordedBy: null,
      recordedAt: ctx.now,
    });
    const entries = (await readEntries(ctx, [takedownId])).filter(isKept);
    const clocked = { ...checksOf(entries), standing: standingOf(entries), noticeHours: noticeHoursOf(desk.law) };
    const next = nextCheck({ ...clocked, zone: desk.zone, now: ctx.now }, chance());
    await ctx.db.update(takedowns).set({ nextCheckAt: next }).where(mine);
    await enqueue(ctx, "ladder.advance", { caseId });
    return { value: undefined, audit };
  },
});
