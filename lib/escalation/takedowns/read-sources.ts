import "server-only";
import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { accountExhibits, accounts, exhibits, imageSightings, incidentExhibits, incidents } from "@/db/schema";
import { exhibitCode, incidentCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import type { Sources } from "./types";

/** What a case has of addresses and accounts, and which exhibits show them. For a case that the caller has found. */
export async function readSources(ctx: TxCtx, vault: Vault, caseId: string): Promise<Sources> {
  const { db } = ctx;
  const [board, acts, links, files, ties, seen] = await Promise.all([
    db
      .select({
        id: accounts.id,
        number: accounts.number,
        platform: accounts.platform,
        handle: accounts.handle,
        url: accounts.url,
      })
      .from(accounts)
      .where(eq(accounts.caseId, caseId))
      .orderBy(asc(accounts.number)),
    db
      .select({
        id: incidents.id,
        kind: incidents.kind,
        number: incidents.number,
        accountId: incidents.accountId,
        url: incidents.url,
      })
      .from(incidents)
      .where(and(eq(incidents.caseId, caseId), or(isNotNull(incidents.url), isNotNull(incidents.accountId))))
      .orderBy(asc(incidents.happenedAt), asc(incidents.id)),
    db
      .select({ incidentId: incidentExhibits.incidentId, exhibitId: incidentExhibits.exhibitId })
      .from(incidentExhibits)
      .where(eq(incidentExhibits.caseId, caseId)),
    db
      .select({
        id: exhibits.id,
        number: exhibits.number,
        accountId: exhibits.accountId,
        platform: exhibits.platform,
        sourceUrl: exhibits.sourceUrl,
        permalink: exhibits.permalink,
      })
      .from(exhibits)
      .where(eq(exhibits.caseId, caseId))
      .orderBy(asc(exhibits.number)),
    db
      .select({ accountId: accountExhibits.accountId, exhibitId: accountExhibits.exhibitId })
      .from(accountExhibits)
      .where(eq(accountExhibits.caseId, caseId)),
    db
      .select({ id: imageSightings.id, platform: imageSightings.platform, url: imageSightings.url })
      .from(imageSightings)
      .where(eq(imageSightings.caseId, caseId))
      .orderBy(asc(imageSightings.recordedAt)),
  ]);
  const ofIncident = Map.groupBy(links, ({ incidentId }) => incidentId);
  return {
    accounts: board.map((account) => ({
      ...account,
      exhibitIds: ties.flatMap((tie) => (tie.accountId === account.id ? [tie.exhibitId] : [])),
    })),
    incidents: acts.map(({ id, kind, number, accountId, url }) => ({
      id,
      code: incidentCode(kind, number),
      accountId,
      url,
      exhibitIds: (ofIncident.get(id) ?? []).map(({ exhibitId }) => exhibitId),
    })),
    exhibits: files.map(({ id, number, accountId, platform, sourceUrl, permalink }) => ({
      id,
      code: exhibitCode(number),
      accountId,
      platform,
      url: vault.openMaybe({ table: "exhibits", column: "source_url", row: id }, sourceUrl),
      permalink: vault.openMaybe({ table: "exhibits", column: "permalink", row: id }, permalink),
    })),
    sightings: seen.map(({ id, platform, url }) => ({
      id,
      platform,
      url: vault.open({ table: "image_sightings", column: "url", row: id }, url),
    })),
  };
}
