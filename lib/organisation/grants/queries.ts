import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { memberGrants } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { mayDecideOwn as read } from "./access";
import type { GrantView } from "./types";

/** Who may decide on their own packets, since when and why. */
export const listGrants = query("people.read", async (ctx): Promise<GrantView[]> => {
  const rows = await ctx.db
    .select()
    .from(memberGrants)
    .where(and(eq(memberGrants.orgId, ctx.orgId), isNull(memberGrants.endedAt)))
    .orderBy(asc(memberGrants.grantedAt));
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.memberId, row.grantedBy]),
  );
  const views: GrantView[] = [];
  for (const { id, memberId, keyId, reason, grantedBy, grantedAt } of rows) {
    const vault = await openVault(ctx, keyId);
    const words = vault.open({ table: "member_grants", column: "reason", row: id }, reason);
    const name = names.get(memberId) ?? "";
    const by = names.get(grantedBy) ?? "";
    views.push({ id, memberId, name, reason: words, grantedBy: by, grantedAt });
  }
  return views;
});

/** True if the viewer may decide on packets that they drafted. */
export const mayDecideOwn = query("case.read", read);
