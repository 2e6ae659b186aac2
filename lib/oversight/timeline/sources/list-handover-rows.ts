import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { dispatches, handoverEvents, handovers, packets } from "@/db/schema";
import { methodLabels } from "@/lib/handover/dispatches/labels";
import { eventLabels } from "@/lib/handover/handovers/labels";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { kindLabels } from "@/lib/packets/packets/labels";
import type { SourceRow, Traced } from "../types";

const named = (packet: { kind: string; version: number }) =>
  t("{packet}, version {version}", { packet: kindLabels[packet.kind] ?? packet.kind, version: packet.version });

/** What left to an officer, in the portal or on paper, and what the officer did with it. */
export async function listHandoverRows(ctx: TxCtx, { row, most }: Traced): Promise<SourceRow[]> {
  const packet = { kind: packets.kind, version: packets.version, packetId: packets.id };
  const [events, sent] = await Promise.all([
    ctx.db
      .select({ ...packet, event: handoverEvents })
      .from(handoverEvents)
      .innerJoin(handovers, eq(handovers.id, handoverEvents.handoverId))
      .innerJoin(packets, eq(packets.id, handovers.packetId))
      .where(and(eq(handoverEvents.orgId, ctx.orgId), eq(handoverEvents.caseId, row.id)))
      .orderBy(desc(handoverEvents.at))
      .limit(most),
    ctx.db
      .select({ ...packet, dispatch: dispatches })
      .from(dispatches)
      .innerJoin(packets, eq(packets.id, dispatches.packetId))
      .where(and(eq(dispatches.orgId, ctx.orgId), eq(dispatches.caseId, row.id))),
  ]);
  return [
    ...events.map(
      ({ event, packetId, ...of }): SourceRow => ({
        key: `handover-${event.id}`,
        kind: "handover",
        at: event.at,
        day: null,
        title: t("{packet}: {what}", { packet: named(of), what: eventLabels[event.event].toLowerCase() }),
        words: () => event.note,
        byId: event.by,
        party: "officer",
        href: `/packets/${packetId}`,
      }),
    ),
    ...sent.map(
      ({ dispatch, packetId, ...of }): SourceRow => ({
        key: `dispatch-${dispatch.id}`,
        kind: "handover",
        at: dispatch.sentAt,
        day: null,
        title: t("{packet}: sent, {method}", {
          packet: named(of),
          method: methodLabels[dispatch.method].toLowerCase(),
        }),
        words: () => null,
        byId: dispatch.sentBy,
        party: "officer",
        href: `/packets/${packetId}`,
      }),
    ),
  ];
}
