import "server-only";
import { and, eq } from "drizzle-orm";
import { caseMembers, cases } from "@/db/schema";
import { command } from "@/lib/access/command";
import { findMember } from "@/lib/organisations/scope";
import { AppError } from "@/lib/platform/errors";
import { AssignCase } from "./input";
import { lockCase, touchCase } from "./scope";

/**
 * Gives the case to another owner. Who had it keeps working on it. For its owner and for supervisors.
 * @throws AppError forbidden for a colleague who only works on it; conflict when the person owns it already
 */
export const assignCase = command({
  needs: "case.write",
  input: AssignCase,
  async run(ctx, { caseId, memberId }) {
    const row = await lockCase(ctx, caseId);
    if (ctx.actor.role !== "supervisor" && row.ownerId !== ctx.actor.memberId) {
      throw new AppError("forbidden", "The owner or a supervisor assigns a case.");
    }
    const person = await findMember(ctx, memberId);
    if (person.role !== "caseworker" && person.role !== "supervisor") {
      const said = "Choose a caseworker or a supervisor.";
      throw new AppError("invalid", said, { memberId: said });
    }
    if (row.ownerId === memberId) throw new AppError("conflict", "This person owns the case already.");
    await ctx.db
      .insert(caseMembers)
      .values({ orgId: ctx.orgId, caseId, memberId, since: ctx.now })
      .onConflictDoNothing();
    await ctx.db
      .update(cases)
      .set({ ownerId: memberId })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
    await touchCase(ctx, caseId);
    return {
      value: { id: caseId },
      audit: { action: "case.assigned", subjectId: caseId, caseId, detail: { to: memberId } },
    };
  },
});
