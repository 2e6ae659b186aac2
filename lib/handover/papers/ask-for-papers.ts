import "server-only";
import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { cases, handovers, packets } from "@/db/schema";
import { notRestricted } from "@/lib/casework/cases/access";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { deliverable } from "@/lib/packets/packets/rules";
import type { PaperAsked, PaperKind } from "./types";

/** The number handled in one round, of each kind. */
const batch = 50;

const listed = sql`exists (select 1 from app.packet_parts m where m.packet_id = ${packets.id} and m.part = 'manifest')`;

/**
 * The part of the round that asks for papers that are missing: of handovers and versions from before there were any, and
 * of those whose job failed. @returns how many were enqueued
 */
export async function askForPapers(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => {
    const asked = [
      ...(await handedOver(
        scoped,
        "certificate",
        sql`exists (select 1 from app.handover_events e
        where e.handover_id = ${handovers.id} and e.event = 'delivered')`,
      )),
      ...(await handedOver(scoped, "receipt", isNotNull(handovers.acknowledgedAt))),
      ...(await approved(scoped)),
    ];
    for (const paper of asked) await enqueue(scoped, "handover.paper", paper);
    return asked.length;
  });
}

async function handedOver(ctx: TxCtx, paper: PaperKind, due: SQL): Promise<PaperAsked[]> {
  const rows = await ctx.db
    .select({ handoverId: handovers.id, packetId: handovers.packetId })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .innerJoin(cases, eq(cases.id, handovers.caseId))
    .where(
      and(
        eq(handovers.orgId, ctx.orgId),
        due,
        listed,
        notRestricted,
        sql`not exists (select 1 from app.handover_papers p where p.handover_id = ${handovers.id} and p.paper = ${paper})`,
      ),
    )
    .orderBy(asc(handovers.id))
    .limit(batch);
  return rows.map((row) => ({ ...row, paper }));
}

async function approved(ctx: TxCtx): Promise<PaperAsked[]> {
  const rows = await ctx.db
    .select({ packetId: packets.id })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .where(
      and(
        eq(packets.orgId, ctx.orgId),
        inArray(packets.status, [...deliverable]),
        isNotNull(packets.builtAt),
        listed,
        notRestricted,
        sql`not exists (select 1 from app.handover_papers p where p.packet_id = ${packets.id} and p.paper = 'slip')`,
      ),
    )
    .orderBy(asc(packets.id))
    .limit(batch);
  return rows.map((row) => ({ ...row, paper: "slip" as const }));
}
