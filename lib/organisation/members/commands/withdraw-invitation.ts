import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { WithdrawInvitation } from "../input";

/** Closes an invitation link. @throws AppError not_found, or conflict when it was used or withdrawn already */
export const withdrawInvitation = command({
  needs: "people.write",
  input: WithdrawInvitation,
  async run(ctx, { invitationId }) {
    const mine = and(eq(invitations.orgId, ctx.orgId), eq(invitations.id, invitationId));
    const [found] = await ctx.db.select({ id: invitations.id }).from(invitations).where(mine);
    if (!found) throw new AppError("not_found", t("No such invitation."));
    const [won] = await ctx.db
      .update(invitations)
      .set({ withdrawnAt: ctx.now })
      .where(and(mine, isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
      .returning({ id: invitations.id });
    if (!won) throw new AppError("conflict", t("This invitation is closed already."));
    return { value: undefined, audit: { action: "invitation.withdrawn", subjectId: invitationId, detail: {} } };
  },
});
