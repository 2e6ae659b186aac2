import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { custodyEvents, derivatives, wordCovers } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { ExhibitMarks } from "./types";

/** What other parts of the product did with these exhibits of a case, by exhibit id. @throws AppError not_found */
export const listMarks = query(
  "case.read",
  async (ctx, caseId: string, ids: readonly string[]): Promise<Map<string, ExhibitMarks>> => {
    await findCase(ctx, caseId);
    const marks = new Map<string, ExhibitMarks>();
    const of = (exhibitId: string) => {
      const known = marks.get(exhibitId) ?? { masked: false, covered: false, packet: null };
      marks.set(exhibitId, known);
      return known;
    };
    const [masks, covers, exports] = await Promise.all([
      masksOf(ctx, caseId, [...ids]),
      coversOf(ctx, caseId, [...ids]),
      exportsOf(ctx, caseId, [...ids]),
    ]);
    for (const { exhibitId } of masks) of(exhibitId).masked = true;
    for (const { exhibitId } of covers) of(exhibitId).covered = true;
    for (const { exhibitId, purpose } of exports) of(exhibitId).packet ??= packetIn(purpose);
    return marks;
  },
);

function masksOf({ db }: TxCtx, caseId: string, ids: string[]) {
  return db
    .selectDistinct({ exhibitId: derivatives.exhibitId })
    .from(derivatives)
    .where(and(eq(derivatives.caseId, caseId), eq(derivatives.kind, "redacted"), among(derivatives.exhibitId, ids)));
}

/** Covers of words that are still in force. */
function coversOf({ db }: TxCtx, caseId: string, ids: string[]) {
  const lifted = alias(wordCovers, "lifted");
  return db
    .selectDistinct({ exhibitId: wordCovers.exhibitId })
    .from(wordCovers)
    .leftJoin(lifted, eq(lifted.lifts, wordCovers.id))
    .where(
      and(eq(wordCovers.caseId, caseId), isNull(wordCovers.lifts), isNull(lifted.id), among(wordCovers.exhibitId, ids)),
    );
}

function exportsOf({ db }: TxCtx, caseId: string, ids: string[]) {
  return db
    .select({ exhibitId: custodyEvents.exhibitId, purpose: custodyEvents.purpose })
    .from(custodyEvents)
    .where(
      and(eq(custodyEvents.caseId, caseId), eq(custodyEvents.action, "exported"), among(custodyEvents.exhibitId, ids)),
    )
    .orderBy(desc(custodyEvents.at), desc(custodyEvents.seq));
}

/** The ledger says "Put in packet CD-26-0142-P1, version 2, approved"; the sentence is ours and does not change. */
function packetIn(purpose: string): ExhibitMarks["packet"] {
  const [, code, version] = /^Put in packet (?:.*-)?([^-,]+), version (\d+),/.exec(purpose) ?? [];
  return code && version ? { code, version: Number(version) } : null;
}
