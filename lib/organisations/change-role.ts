import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { command } from "@/lib/access/command";
import { requireStepUp } from "@/lib/access/require-step-up";
import { AppError } from "@/lib/platform/errors";
import { ChangeRole } from "./input";
import { refuseLastAdmin } from "./rules";
import { findMember } from "./scope";

/** The new role is felt on the person's next request. @throws AppError conflict for the last administrator */
export const changeRole = command({
  needs: "people.write",
  input: ChangeRole,
  async run(ctx, { memberId, role }) {
    const member = await findMember(ctx, memberId);
    requireStepUp(ctx, "member.change_role");
    if (member.role === "liaison") {
      throw new AppError("invalid", "A liaison cannot become staff.", { role: "Invite the person anew." });
    }
    if (member.role === role) throw new AppError("conflict", "The person has this role already.");
    const [admins] = await ctx.db
      .select({ n: sql<number>`count(*)::int` })
      .from(members)
      .where(and(eq(members.orgId, ctx.orgId), eq(members.role, "admin"), isNull(members.removedAt)));
    refuseLastAdmin(member.role, admins?.n ?? 0);
    await ctx.db
      .update(members)
      .set({ role })
      .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId)));
    return {
      value: undefined,
      audit: { action: "member.role_changed", subjectId: memberId, detail: { from: member.role, to: role } },
    };
  },
});
