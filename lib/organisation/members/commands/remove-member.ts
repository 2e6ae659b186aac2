import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { AppError } from "@/lib/platform/errors";
import { findMember, refuseLastSupervisor } from "../access";
import { RemoveMember } from "../input";
import { refuseLastAdmin } from "../rules";

/**
 * Ends a membership: every session of the person stops at the next request. The history keeps their name.
 * @throws AppError conflict for the last administrator, and for the last supervisor while there are cases
 */
export const removeMember = command({
  needs: "people.write",
  input: RemoveMember,
  async run(ctx, { memberId }) {
    const member = await findMember(ctx, memberId);
    requireStepUp(ctx, "member.remove");
    const [admins] = await ctx.db
      .select({ n: sql<number>`count(*)::int` })
      .from(members)
      .where(and(eq(members.orgId, ctx.orgId), eq(members.role, "admin"), isNull(members.removedAt)));
    refuseLastAdmin(member.role, admins?.n ?? 0);
    await refuseLastSupervisor(ctx, member);
    const [won] = await ctx.db
      .update(members)
      .set({ removedAt: ctx.now })
      .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId), isNull(members.removedAt)))
      .returning({ id: members.id });
    if (!won) throw new AppError("conflict", t("This person was removed already."));
    return { value: undefined, audit: { action: "member.removed", subjectId: memberId, detail: {} } };
  },
});
