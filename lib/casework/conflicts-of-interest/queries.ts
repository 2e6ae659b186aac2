import "server-only";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { conflictsOfInterest, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { roleLabels } from "@/lib/kernel/access/roles";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { reasonPlace } from "./rules";
import type { ConflictView, Deniable } from "./types";

/** Members who must not see the client of a case, with the reasons. @throws AppError not_found */
export const listConflicts = query("case.write", async (ctx, caseId: string): Promise<ConflictView[]> => {
  const { clientId } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(conflictsOfInterest)
    .where(
      and(
        eq(conflictsOfInterest.orgId, ctx.orgId),
        eq(conflictsOfInterest.clientId, clientId),
        isNull(conflictsOfInterest.liftedAt),
      ),
    )
    .orderBy(asc(conflictsOfInterest.setAt));
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.memberId, row.setBy]),
  );
  const views: ConflictView[] = [];
  for (const { id, keyId, memberId, reason, setBy, setAt } of rows) {
    const vault = await openVault(ctx, keyId);
    const words = vault.open(reasonPlace(id), reason);
    views.push({ id, name: names.get(memberId) ?? "", reason: words, setBy: names.get(setBy) ?? "", setAt });
  }
  return views;
});

/** Every member of the organisation but the viewer, including officers. */
export const listDeniable = query("case.write", async (ctx): Promise<Deniable[]> => {
  const rows = await ctx.db
    .select({ id: members.id, name: members.name, role: members.role })
    .from(members)
    .where(
      and(eq(members.orgId, ctx.orgId), isNull(members.removedAt), ne(members.id, ctx.actor.memberId ?? ctx.orgId)),
    )
    .orderBy(asc(members.name));
  return rows.map(({ id, name, role }) => ({ id, name, role: roleLabels[role] }));
});
