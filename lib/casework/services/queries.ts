import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { services } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { namesOf } from "@/lib/organisation/members/names-of";
import type { Service } from "./types";

/** The directory, those in use first, by kind and name. At most 500. */
export const listServices = query("case.read", async (ctx): Promise<Service[]> => {
  const rows = await ctx.db
    .select()
    .from(services)
    .where(eq(services.orgId, ctx.orgId))
    .orderBy(sql`${services.retiredAt} is not null`, asc(services.kind), asc(services.name), asc(services.id))
    .limit(500);
  const names = await namesOf(
    ctx,
    rows.map(({ addedBy }) => addedBy),
  );
  return rows.map(({ orgId: _org, retiredBy: _by, addedAt: _at, ...row }) => ({
    ...row,
    addedBy: names.get(row.addedBy) ?? "",
  }));
});
