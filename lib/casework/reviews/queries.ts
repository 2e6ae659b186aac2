import "server-only";
import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { caseReviews, cases, members, reviewReplies } from "@/db/schema";
import { answeredFor, findCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { lastReviews } from "./last-reviews";
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

/** Open cases not reviewed for this many days, the longest first; a case never reviewed counts from its opening. */
export const listNotReviewed = query(
  "team.read",
  async (ctx, days: number, ownerId?: string): Promise<ReviewedCase[]> => {
    const last = lastReviews(ctx);
    const before = new Date(ctx.now.getTime() - days * day);
    const since = sql<Date>`coalesce(${last.at}, ${cases.openedAt})`;
    const rows = await ctx.db
      .select({
        caseId: cases.id,
        pseudonym: cases.pseudonym,
        code: cases.code,
        ownerId: cases.ownerId,
        ownerName: members.name,
        openedAt: cases.openedAt,
        lastReviewedAt: sql<Date | null>`${last.at}`.mapWith((at) => (at === null ? null : new Date(at))),
      })
      .from(cases)
      .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId)))
      .leftJoin(last, eq(last.caseId, cases.id))
      .where(
        and(
          visibleCases(ctx),
          isNull(cases.closedAt),
          sql`${since} < ${before.toISOString()}::timestamptz`,
          ownerId ? inArray(cases.ownerId, [ownerId]) : undefined,
        ),
      )
      .orderBy(asc(since), asc(cases.id))
      .limit(200);
    return rows;
  },
);
