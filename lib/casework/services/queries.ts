import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { choiceVersions, services } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { valueRecorded, wordsRecorded } from "@/lib/organisation/choices/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import { serviceKindLabels } from "./labels";
import type { Service } from "./types";

/** The directory, those in use first, by kind and name. At most 500. */
export const listServices = query("case.read", async (ctx): Promise<Service[]> => {
  const rows = await ctx.db
    .select({ service: services, choice: choiceVersions.choice, labels: choiceVersions.labels })
    .from(services)
    .leftJoin(choiceVersions, eq(choiceVersions.id, services.kindVersion))
    .where(eq(services.orgId, ctx.orgId))
    .orderBy(sql`${services.retiredAt} is not null`, asc(services.kind), asc(services.name), asc(services.id))
    .limit(500);
  const names = await namesOf(
    ctx,
    rows.map(({ service }) => service.addedBy),
  );
  return rows.map(
    ({ service: { orgId: _org, retiredBy: _by, addedAt: _at, kindVersion: _v, ...row }, choice, labels }) => ({
      ...row,
      kindText: wordsRecorded(labels, serviceKindLabels[row.kind]),
      kindValue: valueRecorded(row.kind, choice),
      addedBy: names.get(row.addedBy) ?? "",
    }),
  );
});
