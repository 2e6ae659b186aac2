import "server-only";
import { and, asc, eq, type SQL } from "drizzle-orm";
import { cases, members } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { mostCases } from "./rules";
import type { AssignableCase } from "./types";

export async function listAssignable(ctx: TxCtx, where: SQL | undefined, most = mostCases): Promise<AssignableCase[]> {
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
