import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { cases, enquiries, enquiryMessages } from "@/db/schema";
import { findCase, visibleCases } from "@/lib/casework/cases/access";
import { languageOf } from "@/lib/client/wording/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { hashReceiptCode } from "@/lib/kernel/access/hash-receipt-code";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { officeZone } from "@/lib/law/office/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import { decidedBefore, type EnquiryRow, enquirySetting, findEnquiry, ownEnquiry } from "./access";
import { dueOn, hasNews, isOverdue, messagePlace, readWords, reasonPlace, wordsPlace } from "./rules";
import type { EnquiryLine, EnquiryMessage, EnquiryView, OwnEnquiry } from "./types";

/** So many lines of the inbox are drawn, the ones that wait longest first. */
const mostLines = 200;

/** What she sees with her code. @param code that this browser was given, if it sent the enquiry */
export const readOwnEnquiry = query("own.enquiry", async (ctx, code: string): Promise<OwnEnquiry> => {
  const row = await ownEnquiry(ctx);
  const vault = await openVault(ctx, row.keyId);
  const isIts = hashReceiptCode(code).equals(row.receiptHash);
  return {
    words: readWords(vault.open(wordsPlace(row.id), row.words)),
    writtenAt: row.writtenAt,
    readAt: row.readAt,
    withdrawn: row.withdrawnAt !== null,
    messages: await messagesOf(ctx, row, vault),
    receipt: isIts && row.receiptNotedAt === null ? code : null,
  };
});

/** The inbox: what is open, or what was closed and is not erased yet. */
export const listEnquiries = query("case.open", async (ctx, which: "open" | "closed"): Promise<EnquiryLine[]> => {
  const states: EnquiryRow["state"][] = which === "open" ? ["open"] : ["referred", "set_aside"];
  const order = which === "open" ? asc(enquiries.writtenAt) : desc(enquiries.decidedAt);
  const rows = await ctx.db
    .select()
    .from(enquiries)
    .where(and(eq(enquiries.orgId, ctx.orgId), inArray(enquiries.state, states)))
    .orderBy(sql`${enquiries.apart} is not null`, sql`${enquiries.danger} <> 'yes'`, order, asc(enquiries.id))
    .limit(mostLines);
  return rows.map((row) => lineOf(ctx, row));
});

/** What somebody wrote, and what became of it. @throws AppError not_found */
export const readEnquiry = query("case.open", async (ctx, enquiryId: string): Promise<EnquiryView> => {
  const row = await findEnquiry(ctx, enquiryId);
  const [vault, names, { days }, found] = await Promise.all([
    openVault(ctx, row.keyId),
    namesOf(ctx, [row.readBy, row.decidedBy]),
    enquirySetting(ctx),
    row.caseId ? findItsCase(ctx, row.caseId) : null,
  ]);
  const isClosed = row.state === "referred" || row.state === "set_aside";
  return {
    ...lineOf(ctx, row),
    words: readWords(vault.open(wordsPlace(row.id), row.words)),
    readBy: row.readBy && (names.get(row.readBy) ?? null),
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? null),
    reason: vault.openMaybe(reasonPlace(row.id), row.reason),
    withdrawnAt: row.withdrawnAt,
    case: found,
    messages: await messagesOf(ctx, row, vault),
    erasedOn: isClosed && row.decidedAt ? civilDate(addHours(row.decidedAt, days * 24), officeZone()) : null,
  };
});

/** The enquiries with which a case began or that were linked to it, the oldest first. @throws AppError not_found */
export const listCaseEnquiries = query("case.read", async (ctx, caseId: string) => {
  const { id } = await findCase(ctx, caseId);
  const { id: enquiryId, writtenAt, withdrawnAt } = enquiries;
  return ctx.db
    .select({ id: enquiryId, writtenAt, withdrawnAt })
    .from(enquiries)
    .where(and(eq(enquiries.orgId, ctx.orgId), eq(enquiries.caseId, id)))
    .orderBy(asc(enquiries.writtenAt));
});

/** Whether enquiries are on, at which address, and for how long a closed one is kept. */
export const readEnquirySetting = query("people.read", (ctx) => enquirySetting(ctx));

/** Whether the inbox is shown: enquiries are on, or were. */
export const takesEnquiries = query("case.open", async (ctx) => (await enquirySetting(ctx)).address !== null);

/** Closed enquiries whose days have passed. */
export const listToErase = query("job.run", async (ctx): Promise<string[]> => {
  const { days } = await enquirySetting(ctx);
  const rows = await ctx.db
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(and(eq(enquiries.orgId, ctx.orgId), decidedBefore(addHours(ctx.now, -days * 24))));
  return rows.map(({ id }) => id);
});

function lineOf(ctx: TxCtx, row: EnquiryRow): EnquiryLine {
  const { id, state, apart, danger, writtenAt, readAt, answeredAt, decidedAt } = row;
  return {
    id,
    state,
    apart,
    danger,
    language: languageOf(row.language),
    writtenAt,
    readAt,
    answeredAt,
    decidedAt,
    hasNews: hasNews(row),
    overdue: isOverdue(row, ctx.now),
    dueOn: dueOn(row),
  };
}

async function findItsCase(ctx: TxCtx, caseId: string) {
  const { id, code, pseudonym } = cases;
  const [row] = await ctx.db
    .select({ id, code, pseudonym })
    .from(cases)
    .where(and(visibleCases(ctx), eq(cases.id, caseId)));
  return row ?? null;
}

async function messagesOf(ctx: TxCtx, row: EnquiryRow, vault: Vault): Promise<EnquiryMessage[]> {
  const rows = await ctx.db
    .select()
    .from(enquiryMessages)
    .where(and(eq(enquiryMessages.orgId, ctx.orgId), eq(enquiryMessages.enquiryId, row.id)))
    .orderBy(asc(enquiryMessages.at), asc(enquiryMessages.id));
  const names = await namesOf(
    ctx,
    rows.map(({ memberId }) => memberId),
  );
  return rows.map(({ id, writer, memberId, words, at }) => ({
    id,
    writer,
    by: memberId && (names.get(memberId) ?? null),
    words: vault.open(messagePlace(id), words),
    at,
  }));
}
