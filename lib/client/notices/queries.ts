import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { clientNotices } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { namesOf } from "@/lib/organisation/members/names-of";
import { reachOf } from "./access";
import { noticeProblems } from "./labels";
import { nextSafe } from "./rules";
import type { NoticeChoices, NoticeProblem } from "./types";

/** What may be sent to the client of a case, and what was: the newest first, at most 20. @throws AppError not_found */
export const readNotices = query("case.read", async (ctx, caseId: string): Promise<NoticeChoices> => {
  const found = await findCase(ctx, caseId);
  const { contact, problems } = await reachOf(ctx, found);
  const rows = await ctx.db
    .select()
    .from(clientNotices)
    .where(and(eq(clientNotices.orgId, ctx.orgId), eq(clientNotices.caseId, found.id)))
    .orderBy(desc(clientNotices.askedAt), desc(clientNotices.id))
    .limit(20);
  const names = await namesOf(
    ctx,
    rows.map((row) => row.askedBy),
  );
  const { sending = null, zone } = contact;
  return {
    clientId: found.clientId,
    problems,
    sending,
    zone,
    nextSafe: sending && nextSafe(sending, zone, ctx.now),
    notices: rows.map(({ id, channel, language, askedAt, askedBy, notBefore, sentAt, refused }) => ({
      id,
      channel,
      language,
      askedAt,
      askedBy: names.get(askedBy) ?? "",
      notBefore,
      sentAt,
      refused: problemOf(refused),
    })),
  };
});

const problemOf = (key: string | null): NoticeProblem | null =>
  (Object.keys(noticeProblems) as NoticeProblem[]).find((known) => known === key) ?? null;
