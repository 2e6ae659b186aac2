import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, notInArray } from "drizzle-orm";
import { packetEvents, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { kindLabels, packetEventLabels } from "@/lib/packets/packets/labels";
import type { SourceRow, Traced } from "../types";

/** What became of each version of a packet inside the organisation; how far a build came is in its own history. */
export async function listPacketRows(ctx: TxCtx, { row, vault, most }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select({ event: packetEvents, kind: packets.kind, version: packets.version })
    .from(packetEvents)
    .innerJoin(packets, eq(packets.id, packetEvents.packetId))
    .where(
      and(
        eq(packetEvents.orgId, ctx.orgId),
        eq(packetEvents.caseId, row.id),
        notInArray(packetEvents.event, ["built", "failed", "cancelled", "retried"]),
      ),
    )
    .orderBy(desc(packetEvents.at))
    .limit(most);
  return rows.map(({ event, kind, version }) => ({
    key: `packet-${event.id}`,
    kind: "packet",
    at: event.at,
    day: null,
    title: t("{packet}, version {version}: {what}", {
      packet: kindLabels[kind] ?? kind,
      version,
      what: packetEventLabels[event.event].toLowerCase(),
    }),
    words: () => vault.openMaybe({ table: "packet_events", column: "words", row: event.id }, event.words),
    byId: event.by,
    href: `/packets/${event.packetId}`,
  }));
}
