import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { caseAccess, cases } from "@/db/schema";
import { accessOfCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { ActCase } from "./types";

/**
 * The open cases that an act can be begun on from anywhere, those worked on last first: by the rows of the person's access,
 * since a supervisor owns few cases of all that they may see.
 */
export const listActCases = query("case.read", (ctx: TxCtx): Promise<ActCase[]> => {
  const { memberId } = ctx.actor;
  if (!memberId) return Promise.resolve([]);
  const owned = and(eq(caseAccess.orgId, ctx.orgId), eq(caseAccess.memberId, memberId), eq(caseAccess.owns, true));
  return ctx.db
    .select({
      id: cases.id,
      code: cases.code,
      pseudonym: cases.pseudonym,
      clientId: cases.clientId,
      ownerId: cases.ownerId,
    })
    .from(caseAccess)
    .innerJoin(cases, accessOfCase)
    .where(
      and(owned, isNull(caseAccess.closedAt), visibleCases(ctx), eq(cases.ownerId, memberId), isNull(cases.closedAt)),
    )
    .orderBy(desc(caseAccess.lastActivityAt), desc(cases.id))
    .limit(60);
});
