import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseOffers } from "@/db/schema";
import { lockCase, refuseConflicted } from "@/lib/casework/cases/access";
import { requireOwnerOrSupervisor } from "@/lib/casework/cases/rules";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findStaff } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { OfferCase } from "./input";
import { offerPlace } from "./rules";

/**
 * Asks a colleague to take over the case. Nothing changes until they accept. One open offer per case.
 * @throws AppError forbidden for a colleague who only works on it; invalid at `memberId` for a member who cannot own
 * cases or must not see this one; conflict if the person owns it, or an offer is open
 */
export const offerCase = command({
  needs: "case.write",
  input: OfferCase,
  async run(ctx, { caseId, memberId, reason }) {
    const row = await lockCase(ctx, caseId);
    requireOwnerOrSupervisor(ctx.actor, row.ownerId, t("offers a case"));
    await findStaff(ctx, memberId, "memberId");
    await refuseConflicted(ctx, row.clientId, memberId);
    if (row.ownerId === memberId) throw new AppError("conflict", t("This person owns the case already."));
    if (memberId === ctx.actor.memberId) throw new AppError("conflict", t("Assign it to yourself instead."));
    const open = and(eq(caseOffers.orgId, ctx.orgId), eq(caseOffers.caseId, caseId), eq(caseOffers.state, "open"));
    if ((await ctx.db.$count(caseOffers, open)) > 0) {
      throw new AppError("conflict", t("The case is offered to somebody already. Take that back first."));
    }
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(caseOffers).values({
      id,
      orgId: ctx.orgId,
      caseId,
      keyId: row.keyId,
      code: row.code,
      pseudonym: row.pseudonym,
      risk: row.risk,
      offeredBy: ctx.actor.memberId ?? "",
      offeredTo: memberId,
      offeredAt: ctx.now,
      reason: vault.seal(offerPlace(id, "reason"), reason),
    });
    return {
      value: { id, caseId },
      audit: { action: "case.offered", subjectId: caseId, caseId, detail: { to: memberId } },
    };
  },
});
