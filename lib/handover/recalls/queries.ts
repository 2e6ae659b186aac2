import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import {
  cases,
  dispatches,
  handovers,
  liaisons,
  members,
  packets,
  recalls,
  releaseRecipients,
  releases,
} from "@/db/schema";
import { findCase, visibleCases } from "@/lib/casework/cases/access";
import { officePlace } from "@/lib/handover/dispatches/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findPacket } from "@/lib/packets/packets/access";
import { coverOf } from "./access";
import type { RecallView, Unreleased } from "./types";

/** The recalls of a version, the newest first. @throws AppError not_found */
export const listRecalls = query("case.read", async (ctx, packetId: string): Promise<RecallView[]> => {
  await findPacket(ctx, packetId);
  return readRecalls(ctx, eq(recalls.packetId, packetId));
});

/** Every recall of a case, the open ones first. @throws AppError not_found */
export const listCaseRecalls = query("case.read", async (ctx, caseId: string): Promise<RecallView[]> => {
  await findCase(ctx, caseId);
  const all = await readRecalls(ctx, eq(recalls.caseId, caseId));
  return [...all.filter((recall) => !recall.settledAt), ...all.filter((recall) => recall.settledAt)];
});

async function readRecalls(ctx: TxCtx, which: ReturnType<typeof eq>): Promise<RecallView[]> {
  const holder = sql`coalesce(${handovers.liaisonId}, ${dispatches.liaisonId})`;
  const rows = await ctx.db
    .select({
      recall: recalls,
      packet: packets,
      release: releases.number,
      officer: liaisons,
      dispatch: dispatches,
      takenOffAt: releaseRecipients.takenOffAt,
    })
    .from(recalls)
    .innerJoin(packets, eq(packets.id, recalls.packetId))
    .leftJoin(releases, eq(releases.id, recalls.releaseId))
    .leftJoin(handovers, eq(handovers.id, recalls.handoverId))
    .leftJoin(dispatches, eq(dispatches.id, recalls.dispatchId))
    .leftJoin(liaisons, eq(liaisons.memberId, holder))
    .leftJoin(
      releaseRecipients,
      and(eq(releaseRecipients.releaseId, recalls.releaseId), eq(releaseRecipients.memberId, holder)),
    )
    .where(and(eq(recalls.orgId, ctx.orgId), which))
    .orderBy(desc(recalls.madeAt), desc(recalls.id));
  const first = rows[0];
  if (!first) return [];
  const people = await namesOf(ctx);
  const vault = await openVault(ctx, (await findCase(ctx, first.recall.caseId)).keyId);
  return rows.map(({ recall, packet, release, officer, dispatch, takenOffAt }) => {
    const { id, packetId, madeAt, outcome, settledAt } = recall;
    const office = dispatch ? vault.openMaybe(officePlace(dispatch.id), dispatch.office) : null;
    return {
      id,
      packetId,
      code: packet.code,
      version: packet.version,
      how: dispatch ? "paper" : "portal",
      who: officer ? whoIs(officer, people(officer.memberId)) : (office ?? t("An office")),
      release: release === null ? null : `REL-${release}`,
      // Revoking a release does not recall from officers removed from it earlier.
      cause: release === null ? "asked" : takenOffAt ? "taken_off" : "revoked",
      madeBy: people(recall.madeBy),
      madeAt,
      outcome,
      settledAt,
      settledBy: recall.settledBy && people(recall.settledBy),
    };
  });
}

/**
 * Officers who hold a version of a case that this person sees although no release permits it now, and which is not
 * being recalled: from before releases named officers, or because a release ended. A packet that nobody opened or that
 * was withdrawn is closed and needs no action.
 */
export const listUnreleased = query("packet.decide", async (ctx): Promise<Unreleased[]> => {
  const people = await namesOf(ctx);
  const about = { packetId: packets.id, caseId: packets.caseId, code: packets.code, version: packets.version };
  const given = await ctx.db
    .select({ ...about, id: handovers.id, pseudonym: cases.pseudonym, officer: liaisons, cover: coverOf(handovers) })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .innerJoin(cases, eq(cases.id, handovers.caseId))
    .innerJoin(liaisons, eq(liaisons.memberId, handovers.liaisonId))
    .where(
      and(
        visibleCases(ctx),
        isNull(cases.closedAt),
        or(isNotNull(handovers.openedAt), isNotNull(handovers.downloadedAt)),
        sql`not exists (select 1 from app.recalls r where r.handover_id = ${handovers.id})`,
        sql`${coverOf(handovers)} <> 'covered'`,
      ),
    )
    .orderBy(asc(handovers.deliveredAt))
    .limit(mostListed);
  const sent = await ctx.db
    .select({ ...about, id: dispatches.id, pseudonym: cases.pseudonym, officer: liaisons, cover: coverOf(dispatches) })
    .from(dispatches)
    .innerJoin(packets, eq(packets.id, dispatches.packetId))
    .innerJoin(cases, eq(cases.id, dispatches.caseId))
    .leftJoin(liaisons, eq(liaisons.memberId, dispatches.liaisonId))
    .where(
      and(
        visibleCases(ctx),
        isNull(cases.closedAt),
        sql`not exists (select 1 from app.recalls r where r.dispatch_id = ${dispatches.id})`,
        sql`coalesce(${coverOf(dispatches)}, 'unnamed') <> 'covered'`,
      ),
    )
    .orderBy(asc(dispatches.sentAt))
    .limit(mostListed);
  return [
    ...given.map((row) => ({ ...row, how: "portal" as const })),
    ...sent.map((row) => ({ ...row, how: "paper" as const })),
  ].map(({ officer, cover, ...row }) => ({
    ...row,
    who: officer ? whoIs(officer, people(officer.memberId)) : t("An office outside our directory"),
    cover: cover === "covered" ? "unnamed" : cover,
  }));
});

const mostListed = 100;

async function namesOf(ctx: TxCtx): Promise<(id: string) => string> {
  const rows = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  return (id) => rows.find((row) => row.id === id)?.name ?? t("A former colleague");
}

const whoIs = ({ rank, agency, unit }: { rank: string; agency: string; unit: string }, name: string): string =>
  `${rank} ${name}, ${agency} ${unit}`;
