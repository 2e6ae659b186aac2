import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { readCovers } from "@/lib/evidence/redactions/read-covers";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import type { Covers } from "./covered";
import type { PacketSnapshot } from "./snapshot";
import { exhibitCode } from "./words";

/** The covers that a packet was built with, by id. An older snapshot only knows those whose words it prints. */
export function coversKnown({ covers, exhibits: all }: PacketSnapshot): ReadonlySet<string> {
  return new Set([...(covers ?? []), ...all.flatMap(({ transcript }) => transcript?.covers ?? [])]);
}

/** The covers that the packet was built with, even if lifted since, and no later one. */
export async function coversThen(ctx: TxCtx, vault: Vault, caseId: string, snapshot: PacketSnapshot): Promise<Covers> {
  const known = coversKnown(snapshot);
  if (known.size === 0) return new Map();
  const all = await coversThenAndNow(ctx, vault, caseId, snapshot);
  return new Map([...all].map(([code, some]) => [code, some.filter(({ id }) => known.has(id))]));
}

/** As above, and the current ones. */
export async function coversThenAndNow(
  ctx: TxCtx,
  vault: Vault,
  caseId: string,
  snapshot: PacketSnapshot,
): Promise<Covers> {
  const covers = await readCovers(ctx, vault, { caseId, also: coversKnown(snapshot) });
  if (covers.size === 0) return new Map();
  // All exhibits, not only those that travel: what is covered in another one is also searched for in the packet.
  const rows = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId)))
    .orderBy(exhibits.number);
  return new Map(rows.map((row) => [exhibitCode(row), covers.get(row.id) ?? []]));
}
