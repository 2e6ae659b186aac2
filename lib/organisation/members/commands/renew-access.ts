import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { invitations, members } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { askAccessChange } from "@/lib/organisation/access-changes/ask-access-change";
import { waitsToRenew } from "@/lib/organisation/access-changes/rules";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { findMember } from "../access";
import { RenewAccess } from "../input";

const threeDays = 72 * 60 * 60 * 1000;

/**
 * Creates a link with which a member sets a new password, once, within 72 hours. Earlier links of the member close. The
 * old password works until the new one is set. Only the hash of the token is stored, so it is shown once. For a
 * forgotten password the other factors stay and are still required; for a lost device they are removed when the link is
 * used. A link to an account that sees cases or packets has no effect until a supervisor approves it.
 * @returns the token for the link's fragment, and whether it awaits approval
 * @throws AppError conflict for oneself, not_found for a removed member
 */
export const renewAccess = command({
  needs: "people.write",
  input: RenewAccess,
  async run(ctx, { memberId, lost, madeSure }) {
    if (memberId === ctx.actor.memberId) throw new AppError("conflict", t("Ask another administrator."));
    const member = await findMember(ctx, memberId);
    requireStepUp(ctx, "member.renew");
    const closed = await closeEarlier(ctx, memberId);
    const token = newToken();
    const id = newId();
    await ctx.db.insert(invitations).values({
      id,
      orgId: ctx.orgId,
      email: member.email,
      name: member.name,
      role: member.role,
      tokenHash: sha256(token),
      invitedBy: ctx.actor.memberId,
      invitedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + threeDays),
      renews: memberId,
      keepsFactors: lost === "password",
    });
    const { audit, ...asked } = waitsToRenew(member.role)
      ? await askAccessChange(ctx, { kind: "renew", role: member.role, memberId, invitationId: id })
      : { waits: false, opensAt: null, audit: [] };
    return {
      value: { id, token: token.toString("base64url"), ...asked },
      audit: [
        { action: "member.renewal_offered", subjectId: memberId, detail: { invitationId: id, lost, madeSure } },
        ...audit,
        ...closed.map((invitation) => ({
          action: "invitation.withdrawn" as const,
          subjectId: invitation.id,
          detail: {},
        })),
      ],
    };
  },
});

/** The member's row is locked first, so that of two links made at once the earlier one closes. */
async function closeEarlier(ctx: TxCtx, memberId: string): Promise<{ id: string }[]> {
  await ctx.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId)))
    .for("update");
  return ctx.db
    .update(invitations)
    .set({ withdrawnAt: ctx.now })
    .where(
      and(
        eq(invitations.orgId, ctx.orgId),
        eq(invitations.renews, memberId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ id: invitations.id });
}
