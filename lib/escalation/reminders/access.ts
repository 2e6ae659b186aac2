import "server-only";
import { and, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { caseAccess, caseMembers, cases } from "@/db/schema";
import { coveredCases, notDenied, notMine, openCases, ownSeats, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import type { DeadlinesAsked, Wishes } from "./types";

/**
 * The cases counted on the Deadlines page, in its navigation entry and in the calendar: a supervisor's own, or every
 * case of the team; a caseworker has only their own. The owner counts as working on the case.
 */
export function deadlineCases(ctx: TxCtx, { whose }: Pick<DeadlinesAsked, "whose">): SQL | undefined {
  const open = and(visibleCases(ctx), openCases());
  const { memberId, role } = ctx.actor;
  if (role === "service" || (whose === "team" && may({ role }, "team.read"))) return open;
  if (!memberId || role === "caseworker") return open;
  const shared = ctx.db
    .select({ id: caseMembers.caseId })
    .from(caseMembers)
    .where(and(eq(caseMembers.orgId, ctx.orgId), eq(caseMembers.memberId, memberId)));
  return and(open, or(inArray(cases.id, shared), coveredCases(ctx)));
}

/**
 * The same cases for a list of them: the condition, and what they are ordered by. Whoever does not ask for everybody's
 * is answered from their access, which the query must join.
 */
export function listOfDeadlines(ctx: TxCtx, asked: Pick<DeadlinesAsked, "whose">) {
  const { memberId, role } = ctx.actor;
  if (role === "service" || (asked.whose === "team" && may({ role }, "team.read")) || !memberId) {
    return { mine: false, where: deadlineCases(ctx, asked), dueOn: cases.nextDueOn, id: cases.id };
  }
  const seats = or(...ownSeats(ctx, memberId).map((seat, at) => (at === 0 ? seat : and(seat, notMine(ctx)))));
  const where = and(eq(cases.orgId, ctx.orgId), seats, notDenied, openCases(), isNull(caseAccess.closedAt));
  return { mine: true, where, dueOn: caseAccess.nextDueOn, id: caseAccess.caseId };
}

/** A member who can be reminded, with their effective settings. */
export type Receiver = { id: string; role: "caseworker" | "supervisor" | "admin"; wishes: Wishes };
