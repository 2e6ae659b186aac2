import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { breaches, breachNotices, cases, clients, recordVersions } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { BreachRow } from "./access";
import { noticePlace, noticeState, wordsPlace } from "./rules";

import type { BreachView, BreachWords, Category, NoticeView, NoticeWords } from "./types";

/** Every breach, the newest first. */
export const listBreaches = query("breach.write", async (ctx): Promise<BreachView[]> => {
  const rows = await ctx.db
    .select()
    .from(breaches)
    .where(eq(breaches.orgId, ctx.orgId))
    .orderBy(desc(breaches.number))
    .limit(100);
  const views: BreachView[] = [];
  for (const row of rows) views.push(await viewOf(ctx, row));
  return views;
});

/** One breach with the list of clients. @throws AppError not_found */
export const readBreach = query("breach.write", async (ctx, breachId: string) => {
  const [row] = isId(breachId)
    ? await ctx.db
        .select()
        .from(breaches)
        .where(and(eq(breaches.orgId, ctx.orgId), eq(breaches.id, breachId)))
    : [];
  if (!row) throw new AppError("not_found", t("No such breach."));
  return { breach: await viewOf(ctx, row), notices: await noticesOf(ctx, breachId) };
});

async function viewOf(ctx: TxCtx, row: BreachRow): Promise<BreachView> {
  const vault = await openVault(ctx, row.keyId);
  const names = await namesOf(ctx, [row.memberId, row.recordedBy]);
  const listed = row.caseIds?.length
    ? await ctx.db
        .select({ code: cases.code })
        .from(cases)
        .where(and(eq(cases.orgId, ctx.orgId), among(cases.id, row.caseIds)))
    : [];
  const { id, number, discoveredAt, zone, fromAt, untilAt, affected, countedAt } = row;
  return {
    id,
    number,
    discoveredAt,
    zone,
    fromAt,
    untilAt,
    affected,
    countedAt,
    regulatorToldOn: row.regulatorToldOn,
    regulatorReference: row.regulatorReference,
    categories: row.categories as Category[],
    words: JSON.parse(vault.open(wordsPlace(id), row.words)) as BreachWords,
    memberName: row.memberId ? (names.get(row.memberId) ?? "") : null,
    caseCodes: listed.map(({ code }) => code).toSorted(),
    recordedBy: names.get(row.recordedBy) ?? "",
  };
}

async function noticesOf(ctx: TxCtx, breachId: string): Promise<NoticeView[]> {
  const rows = await ctx.db
    .select({ row: breachNotices, code: clients.code, pseudonym: clients.pseudonym, keyId: clients.keyId })
    .from(breachNotices)
    .innerJoin(clients, and(eq(clients.orgId, breachNotices.orgId), eq(clients.id, breachNotices.clientId)))
    .where(and(eq(breachNotices.orgId, ctx.orgId), eq(breachNotices.breachId, breachId)))
    .orderBy(asc(clients.pseudonym));
  const ids = rows.map(({ row }) => row.clientId);
  const known = ids.length
    ? await ctx.db
        .select({ id: recordVersions.recordId, version: recordVersions.version })
        .from(recordVersions)
        .where(and(eq(recordVersions.orgId, ctx.orgId), among(recordVersions.recordId, ids)))
    : [];
  const names = await namesOf(
    ctx,
    rows.map(({ row }) => row.reviewedBy),
  );
  const views: NoticeView[] = [];
  for (const { row, code, pseudonym, keyId } of rows) {
    const vault = row.words ? await openVault(ctx, keyId) : null;
    const text = vault?.openMaybe(noticePlace(breachId, row.clientId), row.words);
    const words = text ? (JSON.parse(text) as NoticeWords) : null;
    const contactVersion = known.find(({ id }) => id === row.clientId)?.version ?? 0;
    views.push({
      clientId: row.clientId,
      code,
      pseudonym,
      shownBy: row.shownBy,
      sentOn: row.sentOn,
      state: noticeState(row, contactVersion),
      body: words?.body ?? null,
      channel: words?.review?.channel ?? null,
      reviewedBy: row.reviewedBy ? (names.get(row.reviewedBy) ?? "") : null,
    });
  }
  return views;
}
