import "server-only";
import { and, isNotNull, min, sql } from "drizzle-orm";
import { type PgColumn, unionAll } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { accounts, exhibits, imageSightings } from "@/db/schema";
import type { PlatformFact } from "@/lib/escalation/steps/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlatform, type Law } from "@/lib/law/jurisdictions/rules";

/** The platforms on which anything of these cases is or was seen, in the order in which each came to be known here. */
export async function readPlaces(
  { db }: TxCtx,
  caseIds: readonly string[],
  dayOf: (caseId: string, at: Date) => string,
  law: Law,
): Promise<Map<string, PlatformFact[]>> {
  const mine = (column: PgColumn, platform: PgColumn) => and(among(column, [...caseIds]), isNotNull(platform));
  const rows = await unionAll(
    db
      .select({
        caseId: accounts.caseId,
        platform: sql<string | null>`${accounts.platform}`,
        since: min(accounts.addedAt),
        at: min(accounts.number),
      })
      .from(accounts)
      .where(mine(accounts.caseId, accounts.platform))
      .groupBy(accounts.caseId, accounts.platform),
    db
      .select({
        caseId: exhibits.caseId,
        platform: exhibits.platform,
        since: min(exhibits.receivedAt),
        at: min(exhibits.number),
      })
      .from(exhibits)
      .where(mine(exhibits.caseId, exhibits.platform))
      .groupBy(exhibits.caseId, exhibits.platform),
    db
      .select({
        caseId: imageSightings.caseId,
        platform: imageSightings.platform,
        since: min(imageSightings.recordedAt),
        at: sql<number | null>`null::int`,
      })
      .from(imageSightings)
      .where(mine(imageSightings.caseId, imageSightings.platform))
      .groupBy(imageSightings.caseId, imageSightings.platform),
  );
  const found = new Map<string, PlatformFact[]>();
  const inOrder = rows.toSorted((a, b) => Number(a.since) - Number(b.since) || (a.at ?? 0) - (b.at ?? 0));
  for (const { caseId, platform, since } of inOrder) {
    const known = found.get(caseId) ?? [];
    // The platform field of an exhibit is free text.
    if (!platform || !findPlatform(platform, law) || known.some((candidate) => candidate.key === platform)) continue;
    found.set(caseId, [...known, { key: platform, since: since && dayOf(caseId, since) }]);
  }
  return found;
}
