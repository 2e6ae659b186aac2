import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq, inArray, max } from "drizzle-orm";
import { handoverEvents, handovers, mails, packets } from "@/db/schema";
import { afterQuiet, defaultWishes } from "@/lib/escalation/reminders/rules";
import { findZone } from "@/lib/handover/officers/find-zone";
import { listWithLogin } from "@/lib/handover/officers/list-with-login";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import { readCover } from "../access";
import { TellWaiting } from "../input";
import { isReadable } from "../rules";

/**
 * The job after a packet was handed over or a question was answered. The officer gets a mail that says only that
 * something waits, at most one on a day and none at night. If one was made for the day, it looks again the next day, and
 * writes only if something still waits then.
 */
export const tellWaiting = command({
  needs: "job.run",
  input: TellWaiting,
  async run(ctx, { handoverId }) {
    const [row] = await ctx.db
      .select({ handover: handovers, status: packets.status })
      .from(handovers)
      .innerJoin(packets, eq(packets.id, handovers.packetId))
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId)));
    if (!row) throw new AppError("not_found", t("No such handover."));
    const { liaisonId, caseId, deliveredAt } = row.handover;
    const isOpen = isReadable(row) && (await readCover(ctx, row.handover)) === "covered";
    const mayRead = isOpen && (await listWithLogin(ctx)).has(liaisonId);
    const waits = mayRead && (await somethingWaits(ctx, handoverId, deliveredAt));
    const told = waits ? await writeOnce(ctx, liaisonId, handoverId) : 0;
    return {
      value: { told },
      audit: { action: "handover.officer_told", subjectId: handoverId, caseId, detail: { officers: told } },
    };
  },
});

/** Whether the packet or an answer came after the officer last opened it. */
async function somethingWaits(ctx: TxCtx, handoverId: string, deliveredAt: Date): Promise<boolean> {
  const latest = await ctx.db
    .select({ event: handoverEvents.event, at: max(handoverEvents.at) })
    .from(handoverEvents)
    .where(
      and(
        eq(handoverEvents.orgId, ctx.orgId),
        eq(handoverEvents.handoverId, handoverId),
        inArray(handoverEvents.event, ["answered", "opened"]),
      ),
    )
    .groupBy(handoverEvents.event);
  const at = (event: string) => latest.find((found) => found.event === event)?.at?.getTime() ?? 0;
  return Math.max(deliveredAt.getTime(), at("answered")) > at("opened");
}

async function writeOnce(ctx: TxCtx, memberId: string, handoverId: string): Promise<number> {
  const usual = defaultWishes();
  const wishes = { ...usual, zone: (await findZone(ctx, memberId)) ?? usual.zone };
  const at = afterQuiet(ctx.now, wishes);
  const occasion = `waits:${civilDate(at, wishes.zone)}`;
  const isTaken = await ctx.db.$count(
    mails,
    and(eq(mails.orgId, ctx.orgId), eq(mails.memberId, memberId), eq(mails.occasion, occasion)),
  );
  if (isTaken > 0) {
    await enqueue(ctx, "handover.tell", { handoverId }, addHours(at, 24));
    return 0;
  }
  const mail = { id: newId(), memberId, kind: "officer_notice", occasion, ...written(words), at };
  return postMails(ctx, [{ mail, reminderIds: [] }]);
}

/** Nothing of what waits, of whom or from where: we do not know who reads the mailbox. */
function words(): { subject: string; body: string } {
  return {
    subject: t("Something waits for you"),
    body: t("Something waits for you. Sign in to see it:\n\n{value}/portal\n", { value: env().APP_ORIGIN }),
  };
}
