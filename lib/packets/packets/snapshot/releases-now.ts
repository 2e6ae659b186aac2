import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import { exhibits, releases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { civilDate } from "@/lib/platform/time/clock";
import { readNamedOfficers } from "./named-officers";
import type { PacketSnapshot } from "./snapshot";
import { exhibitCode, iso } from "./words";

/**
 * A packet with its releases updated to today: what was revoked or has expired since it was built, who was removed, and
 * which scans were filed. Officers named since are not added, because nobody has checked that: they appear in the next
 * version. A packet built before officers were included gets those who were named then.
 */
export async function withReleasesNow(ctx: TxCtx, caseId: string, snapshot: PacketSnapshot): Promise<PacketSnapshot> {
  const { home } = snapshot.zones;
  const rows = await ctx.db
    .select({ ...getTableColumns(releases), scanNumber: exhibits.number })
    .from(releases)
    .leftJoin(exhibits, eq(exhibits.id, releases.exhibitId))
    .where(eq(releases.caseId, caseId));
  const inside = new Set(snapshot.exhibits.map(({ code }) => code));
  // The moment of building is written in whole seconds.
  const after = new Date(Date.parse(snapshot.packet.builtAt) + 1000);
  const named = (await readNamedOfficers(ctx, caseId)).filter(({ confirmedAt }) => confirmedAt < after);
  return {
    ...snapshot,
    packet: { ...snapshot.packet, builtAt: iso(ctx.now) },
    releases: snapshot.releases.map((release) => {
      const now = rows.find((row) => `REL-${row.number}` === release.code);
      if (!now) return release;
      const officers = named
        .filter(({ releaseId }) => releaseId === now.id)
        .map(({ id, office, takenOffAt }) => ({
          id,
          office: release.officers.find((officer) => officer.id === id)?.office ?? office,
          takenOffOn: takenOffAt && civilDate(takenOffAt, home),
        }));
      const scan = scanNow(release.scan, now.scanNumber, inside);
      return {
        ...release,
        scan,
        officers,
        revokedOn: now.revokedAt ? civilDate(now.revokedAt, home) : release.revokedOn,
      };
    }),
  };
}

type Scan = PacketSnapshot["releases"][number]["scan"];

function scanNow(then: Scan, number: number | null, inside: ReadonlySet<string>): Scan {
  if (then !== null || number === null) return then;
  const code = exhibitCode({ number });
  return { exhibit: inside.has(code) ? code : null };
}
