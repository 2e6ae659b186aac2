import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { accessChanges, members } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { askAccessChange } from "@/lib/organisation/access-changes/ask-access-change";
import { seesMore } from "@/lib/organisation/access-changes/rules";
import type { Asked } from "@/lib/organisation/access-changes/types";
import { AppError } from "@/lib/platform/errors";
import { findMember, refuseLastSupervisor } from "../access";
import { ChangeRole } from "../input";
import { refuseLastAdmin } from "../rules";

/**
 * A role with less access takes effect at the person's next request. One with more waits for a supervisor, and nobody
 * can change their own.
 * @throws AppError conflict for oneself, for the last administrator and the last supervisor
 */
export const changeRole = command({
  needs: "people.write",
  input: ChangeRole,
  async run(ctx, { memberId, role }) {
    if (memberId === ctx.actor.memberId)
      throw new AppError("conflict", t("You cannot change your own role. Ask another administrator."));
    const member = await findMember(ctx, memberId);
    requireStepUp(ctx, "member.change_role");
    if (member.role === "liaison") {
      throw new AppError("invalid", t("An officer cannot become a member."), { role: t("Invite the person again.") });
    }
    if (member.role === role) throw new AppError("conflict", t("The person has this role already."));
    const [admins] = await ctx.db
      .select({ n: sql<number>`count(*)::int` })
      .from(members)
      .where(and(eq(members.orgId, ctx.orgId), eq(members.role, "admin"), isNull(members.removedAt)));
    refuseLastAdmin(member.role, admins?.n ?? 0);
    const changed = { from: member.role, to: role, askedBy: ctx.actor.memberId ?? "" };
    const done: AuditEntry = { action: "member.role_changed", subjectId: memberId, detail: changed };
    if (role !== "admin" && seesMore(member.role, role)) {
      const { audit, ...asked } = await askRole(ctx, memberId, role);
      return { value: asked, audit: audit ?? done };
    }
    await refuseLastSupervisor(ctx, member);
    await ctx.db
      .update(members)
      .set({ role })
      .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId)));
    return { value: { waits: false, opensAt: null } as Asked, audit: done };
  },
});

async function askRole(
  ctx: TxCtx,
  memberId: string,
  role: "caseworker" | "supervisor",
): Promise<Asked & { audit: AuditEntry | undefined }> {
  const same = and(eq(accessChanges.orgId, ctx.orgId), eq(accessChanges.memberId, memberId));
  const open = and(same, eq(accessChanges.kind, "role"), eq(accessChanges.state, "waiting"));
  if ((await ctx.db.$count(accessChanges, open)) > 0) {
    throw new AppError("conflict", t("Another role change for this person is already waiting. Take it back first."));
  }
  const { audit, ...asked } = await askAccessChange(ctx, { kind: "role", role, memberId });
  return { ...asked, audit: audit[0] };
}
