import "server-only";
import { and, asc, desc, eq, gt, isNull, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseReviews, cases, members, reviewReplies } from "@/db/schema";
import { answeredFor, findCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { notePlace, replyPlace } from "./rules";

import type { ReviewedCase, ReviewItem, ReviewView } from "./types";

const day = 86_400_000;

/** The review notes of a case with their replies, newest first. @throws AppError not_found */
export const listCaseReviews = query("case.read", async (ctx, caseId: string): Promise<ReviewView[]> => {
  const found = await findCase(ctx, caseId);
  const [rows, replies, vault] = await Promise.all([
    ctx.db
      .select()
      .from(caseReviews)
      .where(and(eq(caseReviews.orgId, ctx.orgId), eq(caseReviews.caseId, caseId)))
      .orderBy(desc(caseReviews.writtenAt), desc(caseReviews.id)),
    ctx.db
      .select()
      .from(reviewReplies)
      .where(and(eq(reviewReplies.orgId, ctx.orgId), eq(reviewReplies.caseId, caseId)))
      .orderBy(asc(reviewReplies.id)),
    openVault(ctx, found.keyId),
  ]);
  const people = [...rows.flatMap((row) => [row.writtenBy, row.closedBy]), ...replies.map((reply) => reply.saidBy)];
  const names = await namesOf(ctx, people);
  return rows.map((row) => ({
    id: row.id,
    caseId,
    wantsAnswer: row.wantsAnswer,
    writtenAt: row.writtenAt,
    closedAt: row.closedAt,
    turn: row.turn,
    writtenById: row.writtenBy,
    writtenBy: names.get(row.writtenBy) ?? "",
    closedBy: row.closedBy && (names.get(row.closedBy) ?? null),
    note: vault.open(notePlace(row.id), row.note),
    replies: replies
      .filter((reply) => reply.reviewId === row.id)
      .map((reply) => ({
        id: reply.id,
        at: reply.saidAt,
        by: names.get(reply.saidBy) ?? "",
        words: vault.open(replyPlace(reply.id), reply.words),
      })),
  }));
});

/** Notes that await the viewer: on cases they are responsible for, and their own that were answered. At most 100. */
export const listMyReviews = query("case.read", async (ctx): Promise<ReviewItem[]> => {
  const asked = and(eq(caseReviews.turn, "owner"), answeredFor(ctx));
  const answered = and(eq(caseReviews.turn, "reviewer"), eq(caseReviews.writtenBy, ctx.actor.memberId ?? ctx.orgId));
  return listItems(ctx, or(asked, answered));
});

/** Open notes on the cases of one member, whoever must answer. At most 100. */
export const listReviewsOf = query(
  "team.read",
  async (ctx, memberId: string): Promise<ReviewItem[]> => listItems(ctx, eq(cases.ownerId, memberId)),
);

async function listItems(ctx: TxCtx, where: SQL | undefined): Promise<ReviewItem[]> {
  const rows = await ctx.db
    .select({ review: caseReviews, keyId: cases.keyId, pseudonym: cases.pseudonym, code: cases.code, by: members.name })
    .from(caseReviews)
    .innerJoin(cases, and(eq(cases.orgId, caseReviews.orgId), eq(cases.id, caseReviews.caseId)))
    .innerJoin(members, and(eq(members.orgId, caseReviews.orgId), eq(members.id, caseReviews.writtenBy)))
    .where(and(visibleCases(ctx), isNull(cases.closedAt), isNull(caseReviews.closedAt), where))
    .orderBy(asc(caseReviews.writtenAt), asc(caseReviews.id))
    .limit(100);
  const items: ReviewItem[] = [];
  for (const { review, keyId, ...of } of rows) {
    const { id, caseId, wantsAnswer, writtenAt: at, turn } = review;
    const note = (await openVault(ctx, keyId)).open(notePlace(id), review.note);
    items.push({ id, caseId, note, wantsAnswer, at, turn: turn ?? "owner", ...of });
  }
  return items;
}

/**
 * Open cases not reviewed for this many days, the longest first; a case never reviewed counts from its opening. At most
 * 200. Those with a note and those without one are read apart, each in the order of an index.
 */
export const listNotReviewed = query(
  "team.read",
  async (ctx, days: number, ownerId?: string): Promise<ReviewedCase[]> => {
    const before = new Date(ctx.now.getTime() - days * day);
    const open = and(visibleCases(ctx), isNull(cases.closedAt), ownerId ? eq(cases.ownerId, ownerId) : undefined);
    const owner = and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId));
    const noted = and(eq(later.orgId, cases.orgId), eq(later.caseId, cases.id));
    const ofCase = ctx.db.select({ id: later.id }).from(later);
    const [reviewed, never] = await Promise.all([
      ctx.db
        .select({ ...reviewedCase, since: caseReviews.writtenAt, lastReviewedAt: caseReviews.writtenAt })
        .from(caseReviews)
        .innerJoin(cases, and(eq(cases.orgId, caseReviews.orgId), eq(cases.id, caseReviews.caseId)))
        .innerJoin(members, owner)
        .where(
          and(
            eq(caseReviews.orgId, ctx.orgId),
            lt(caseReviews.writtenAt, before),
            open,
            notExists(ofCase.where(and(noted, gt(later.writtenAt, caseReviews.writtenAt)))),
          ),
        )
        .orderBy(asc(caseReviews.writtenAt))
        .limit(mostNotReviewed),
      ctx.db
        .select({ ...reviewedCase, since: cases.openedAt, lastReviewedAt: sql<null>`null` })
        .from(cases)
        .innerJoin(members, owner)
        .where(
          and(open, lt(cases.openedAt, before), notExists(ctx.db.select({ id: later.id }).from(later).where(noted))),
        )
        .orderBy(asc(cases.openedAt), asc(cases.id))
        .limit(mostNotReviewed),
    ]);
    const of = new Map([...reviewed, ...never].map((row) => [row.caseId, row]));
    const inOrder = [...of.values()].toSorted(
      (a, b) => a.since.getTime() - b.since.getTime() || (a.caseId < b.caseId ? -1 : 1),
    );
    return inOrder.slice(0, mostNotReviewed).map(({ since: _, ...row }) => row);
  },
);

const mostNotReviewed = 200;

const later = alias(caseReviews, "later");

const reviewedCase = {
  caseId: cases.id,
  pseudonym: cases.pseudonym,
  code: cases.code,
  ownerId: cases.ownerId,
  ownerName: members.name,
  openedAt: cases.openedAt,
};
