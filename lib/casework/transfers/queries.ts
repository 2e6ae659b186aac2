import "server-only";
import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { caseOffers } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { findOffer } from "./access";
import { offerPlace } from "./rules";
import type { OfferView } from "./types";

type Row = typeof caseOffers.$inferSelect;

/** Every offer of a case, newest first. @throws AppError not_found */
export const listCaseOffers = query("case.read", async (ctx, caseId: string): Promise<OfferView[]> => {
  await findCase(ctx, caseId);
  return listOffers(ctx, eq(caseOffers.caseId, caseId), desc(caseOffers.offeredAt));
});

/** Cases offered to the viewer and awaiting their answer, oldest first. At most 100. */
export const listOffersToMe = query(
  "case.read",
  async (ctx): Promise<OfferView[]> =>
    listOffers(
      ctx,
      and(eq(caseOffers.offeredTo, ctx.actor.memberId ?? ctx.orgId), eq(caseOffers.state, "open")),
      asc(caseOffers.offeredAt),
    ),
);

/** One offer, for the person who made it, the person asked, and members on the case. @throws AppError not_found */
export const readOffer = query("case.read", async (ctx, offerId: string): Promise<OfferView> => {
  const row = await findOffer(ctx, offerId);
  const [view] = await viewsOf(ctx, [row]);
  return view as OfferView;
});

async function listOffers(ctx: TxCtx, where: SQL | undefined, order: SQL): Promise<OfferView[]> {
  const rows = await ctx.db
    .select()
    .from(caseOffers)
    .where(and(eq(caseOffers.orgId, ctx.orgId), where))
    .orderBy(order)
    .limit(100);
  return viewsOf(ctx, rows);
}

async function viewsOf(ctx: TxCtx, rows: readonly Row[]): Promise<OfferView[]> {
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.offeredBy, row.offeredTo, row.settledBy]),
  );
  const views: OfferView[] = [];
  for (const row of rows) {
    const vault = await openVault(ctx, row.keyId);
    views.push({
      id: row.id,
      caseId: row.caseId,
      code: row.code,
      pseudonym: row.pseudonym,
      risk: row.risk,
      offeredAt: row.offeredAt,
      state: row.state,
      settledAt: row.settledAt,
      offeredToId: row.offeredTo,
      offeredBy: names.get(row.offeredBy) ?? "",
      offeredTo: names.get(row.offeredTo) ?? "",
      settledBy: row.settledBy && (names.get(row.settledBy) ?? null),
      reason: vault.open(offerPlace(row.id, "reason"), row.reason),
      answer: vault.openMaybe(offerPlace(row.id, "answer"), row.answer),
    });
  }
  return views;
}
