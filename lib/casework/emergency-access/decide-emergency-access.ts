import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { emergencyAccess, emergencyNotices } from "@/db/schema";
import { findCase, refuseConflicted } from "@/lib/casework/cases/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { addHours } from "@/lib/platform/time/clock";
import { lockEmergencyAccess } from "./access";
import { DecideEmergencyAccess } from "./input";
import { emergencyAccessHours } from "./rules";

type Look = Awaited<ReturnType<typeof lockEmergencyAccess>>;

/**
 * A second person approves or rejects a request for four hours of reading. The case owner is notified in the same
 * transaction, and only that notice grants access.
 * @throws AppError forbidden for the requester and for anybody who cannot be a second person to them; conflict if it
 * was decided, there is no such case, or a conflict of interest applies; invalid at `passkey` without fresh proof
 */
export const decideEmergencyAccess = command({
  needs: "case.review",
  input: DecideEmergencyAccess,
  async run(ctx, { lookId, decision }) {
    const row = await lockEmergencyAccess(ctx, lookId);
    if (decision === "release" || row.askedBy === ctx.actor.memberId) await requireSecondPerson(ctx, row.askedBy);
    if (row.state !== "waiting") throw new AppError("conflict", t("This request was decided already."));
    const decided = { decidedBy: ctx.actor.memberId, decidedAt: ctx.now };
    if (decision === "refuse") {
      await ctx.db
        .update(emergencyAccess)
        .set({ state: "refused", ...decided })
        .where(eq(emergencyAccess.id, lookId));
      return { value: { id: lookId }, audit: { action: "look.refused", subjectId: lookId, detail: {} } };
    }
    return { value: { id: lookId }, audit: await release(ctx, row, decided) };
  },
});

async function release(
  ctx: TxCtx,
  { id, caseId, askedBy }: Look,
  decided: { decidedBy: string | null; decidedAt: Date },
): Promise<AuditEntry> {
  if (!caseId) throw new AppError("conflict", t("There is no case with this number that this person may be shown."));
  requireStepUp(ctx, "look.release");
  const { ownerId, clientId } = await findCase(ctx, caseId);
  await refuseConflicted(ctx, clientId, askedBy, "lookId");
  const endsAt = addHours(ctx.now, emergencyAccessHours);
  await ctx.db
    .update(emergencyAccess)
    .set({ state: "released", endsAt, ...decided })
    .where(eq(emergencyAccess.id, id));
  const notice = { id: newId(), orgId: ctx.orgId, lookId: id, caseId, memberId: ownerId, toldAt: ctx.now };
  await ctx.db.insert(emergencyNotices).values(notice);
  const detail = { memberId: askedBy, told: ownerId, until: endsAt.toISOString() };
  return { action: "look.released", subjectId: id, caseId, detail };
}
