import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { exhibits, packetParts, type packets, releaseRecipients, releases } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { civilDate } from "@/lib/platform/time/clock";
import { endOfDay } from "@/lib/platform/time/zone";
import type { ReleaseCheck } from "./types";

type Packet = Pick<typeof packets.$inferSelect, "id" | "caseId" | "snapshot">;

/**
 * What a packet would disclose today, what the client signed, and whom each release names. An older release with only a
 * text description covers nothing until somebody names its officers. Dates are those of the client's country.
 */
export async function readReleaseCheck(ctx: TxCtx, packet: Packet): Promise<ReleaseCheck> {
  const found = await findCase(ctx, packet.caseId);
  const zone = findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? "UTC";
  const signed = await ctx.db
    .select()
    .from(releases)
    .where(and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, packet.caseId)))
    .orderBy(asc(releases.number));
  const named = await ctx.db
    .select({
      releaseId: releaseRecipients.releaseId,
      id: releaseRecipients.memberId,
      takenOffAt: releaseRecipients.takenOffAt,
    })
    .from(releaseRecipients)
    .where(and(eq(releaseRecipients.orgId, ctx.orgId), eq(releaseRecipients.caseId, packet.caseId)));
  const all = await ctx.db
    .select({ number: exhibits.number })
    .from(exhibits)
    .where(eq(exhibits.caseId, packet.caseId))
    .orderBy(asc(exhibits.number));
  const [annex] = await ctx.db
    .select({ id: packetParts.id })
    .from(packetParts)
    .where(and(eq(packetParts.packetId, packet.id), eq(packetParts.part, "annex")));
  const codes = all.map(({ number }) => exhibitLabel(number));
  return {
    exhibits: await printedExhibits(ctx, packet, found.keyId),
    hasAnnex: annex !== undefined,
    day: civilDate(ctx.now, zone),
    releases: signed.map((row) => ({
      id: row.id,
      code: `REL-${row.number}`,
      ...namedOn(
        named.filter(({ releaseId }) => releaseId === row.id),
        zone,
      ),
      exhibits: row.covers?.allExhibits ? codes : (row.covers?.exhibits ?? []).map(exhibitLabel),
      identity: row.covers?.identity ?? false,
      signedOn: row.signedOn,
      expiresOn: row.expiresOn,
      revokedOn: row.revokedAt && civilDate(row.revokedAt, zone),
      ends: endOfDay(row.expiresOn, zone),
    })),
  };
}

/** The officers a release names, and who of them was removed on which date in the client's country. */
function namedOn(named: readonly { id: string; takenOffAt: Date | null }[], zone: string) {
  return {
    officers: named.map(({ id }) => id),
    takenOff: named.flatMap(({ id, takenOffAt }) => (takenOffAt ? [{ id, on: civilDate(takenOffAt, zone) }] : [])),
  };
}

/** The exhibits of the packet as it was built, by code. */
async function printedExhibits(ctx: TxCtx, { id, snapshot }: Packet, keyId: string): Promise<string[]> {
  if (snapshot === null) return [];
  const vault = await openVault(ctx, keyId);
  const printed = JSON.parse(vault.open({ table: "packets", column: "snapshot", row: id }, snapshot));
  return (printed as { exhibits: { code: string }[] }).exhibits.map((exhibit) => exhibit.code);
}
