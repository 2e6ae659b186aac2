import "server-only";
import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import { assignmentBatches, assignmentRows, cases, members } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { mostCases } from "./rules";
import type { AssignableCase } from "./types";

/** A list that whoever acts began. @throws AppError not_found */
export async function findMyBatch(ctx: Scoped, batchId: string) {
  if (isId(batchId)) {
    const [row] = await ctx.db
      .select()
      .from(assignmentBatches)
      .where(and(eq(assignmentBatches.orgId, ctx.orgId), eq(assignmentBatches.id, batchId)));
    if (row && row.askedBy === ctx.actor.memberId) return row;
  }
  throw new AppError("not_found", "No such list.");
}

/** The cases of a list that nobody tried yet, in its order. */
export async function waitingRows(ctx: Scoped, batchId: string, most: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ askedId: assignmentRows.askedId })
    .from(assignmentRows)
    .where(and(eq(assignmentRows.orgId, ctx.orgId), eq(assignmentRows.batchId, batchId), isNull(assignmentRows.doneAt)))
    .orderBy(asc(assignmentRows.place))
    .limit(most);
  return rows.map((row) => row.askedId);
}

export async function listAssignable(ctx: Scoped, where: SQL | undefined, most = mostCases): Promise<AssignableCase[]> {
  return ctx.db
    .select({
      id: cases.id,
      pseudonym: cases.pseudonym,
      code: cases.code,
      ownerId: cases.ownerId,
      ownerName: members.name,
    })
    .from(cases)
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId)))
    .where(and(visibleCases(ctx), where))
    .orderBy(asc(cases.pseudonym), asc(cases.id))
    .limit(most);
}
