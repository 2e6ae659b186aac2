import "server-only";
import { and, asc, eq, ilike, isNull } from "drizzle-orm";
import { liaisons, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";

export type FoundOfficer = { id: string; name: string; agency: string };

/** Officers of the directory in whose name every typed word begins a word. */
export const findOfficers = query("directory.read", async (ctx: TxCtx, typed: string): Promise<FoundOfficer[]> => {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{M}'-]+$/u.test(word));
  if (words.length === 0 || words.length !== typed.trim().split(/\s+/).length) return [];
  return ctx.db
    .select({ id: liaisons.memberId, name: members.name, agency: liaisons.agency })
    .from(liaisons)
    .innerJoin(members, and(eq(members.orgId, liaisons.orgId), eq(members.id, liaisons.memberId)))
    .where(
      and(
        eq(liaisons.orgId, ctx.orgId),
        isNull(members.removedAt),
        ...words.map((word) => ilike(members.name, `%${word}%`)),
      ),
    )
    .orderBy(asc(members.name), asc(members.id))
    .limit(8);
});
