import "server-only";
import { and, eq } from "drizzle-orm";
import { roleChanges } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { detailOf, findStaff, requireConfirmedRole } from "./access";
import { AssignRole } from "./input";

/**
 * Asks that a member gets a role of the organisation's own, or goes back to the role that it is built on. A second
 * person confirms it.
 * @throws AppError not_found; invalid on `customRoleId` for a role that is built on another; conflict for oneself, for
 * a role that nobody confirmed, and while another change of the member waits
 */
export const assignRole = command({
  needs: "roles.write",
  input: AssignRole,
  async run(ctx, { memberId, customRoleId }) {
    const { role } = await findStaff(ctx, memberId);
    requireStepUp(ctx, "role.change");
    if (memberId === ctx.actor.memberId)
      throw new AppError("conflict", t("You cannot change your own role. Ask another administrator."));
    const chosen = customRoleId ? await requireConfirmedRole(ctx, customRoleId) : null;
    if ((role !== "caseworker" && role !== "supervisor") || (chosen && chosen.role !== role)) {
      const message = t("This role is built on another role than the person has.");
      throw new AppError("invalid", message, { customRoleId: message });
    }
    const waiting = and(eq(roleChanges.orgId, ctx.orgId), eq(roleChanges.memberId, memberId));
    if ((await ctx.db.$count(roleChanges, and(waiting, eq(roleChanges.state, "waiting")))) > 0)
      throw new AppError("conflict", t("Another change for this person is waiting. Take it back first."));
    const asked = { orgId: ctx.orgId, askedBy: ctx.actor.memberId ?? "", askedAt: ctx.now };
    const row = { id: newId(), kind: "assign" as const, role, customRoleId: chosen?.id ?? null, memberId };
    const [made] = await ctx.db
      .insert(roleChanges)
      .values({ ...row, ...asked })
      .returning({ opensAt: roleChanges.opensAt });
    await enqueue(ctx, "alerts.watch", {});
    return {
      value: { id: row.id, opensAt: made?.opensAt ?? null },
      audit: { action: "role.change_asked", subjectId: row.id, detail: detailOf(row) },
    };
  },
});
