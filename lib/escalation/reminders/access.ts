import "server-only";
import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import { caseMembers, cases } from "@/db/schema";
import { coveredCases, openCases, visibleCases } from "@/lib/casework/cases/access";
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
  if (role === "service" || (whose === "team" && may(role, "team.read"))) return open;
  if (!memberId || role === "caseworker") return open;
  const shared = ctx.db
    .select({ id: caseMembers.caseId })
    .from(caseMembers)
    .where(and(eq(caseMembers.orgId, ctx.orgId), eq(caseMembers.memberId, memberId)));
  return and(open, or(inArray(cases.id, shared), coveredCases(ctx)));
}

/** A member who can be reminded, with their effective settings. */
export type Receiver = { id: string; role: "caseworker" | "supervisor" | "admin"; wishes: Wishes };
