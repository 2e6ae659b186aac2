import "server-only";
import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { cases, enquiries, enquiryMessages, organisations } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { messagePlace } from "./rules";

export type EnquiryRow = typeof enquiries.$inferSelect;

/** Where somebody has to look: she wrote, and nobody has looked since. */
export const unseenEnquiry: SQL = sql`(${enquiries.seenAt} is null or ${enquiries.newsAt} > ${enquiries.seenAt})`;

const mine = (ctx: TxCtx, enquiryId: string) => and(eq(enquiries.orgId, ctx.orgId), eq(enquiries.id, enquiryId));

/** An enquiry that this person may see. @throws AppError not_found */
export async function findEnquiry(ctx: TxCtx, enquiryId: string): Promise<EnquiryRow> {
  if (isId(enquiryId)) {
    const [row] = await ctx.db.select().from(enquiries).where(mine(ctx, enquiryId));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such enquiry. She may have taken it back, or it was erased."));
}

/** The same, locked until this transaction ends. @throws AppError not_found */
export async function lockEnquiry(ctx: TxCtx, enquiryId: string): Promise<EnquiryRow> {
  if (isId(enquiryId)) {
    const [row] = await ctx.db.select().from(enquiries).where(mine(ctx, enquiryId)).for("update");
    if (row) return row;
  }
  throw new AppError("not_found", t("No such enquiry. She may have taken it back, or it was erased."));
}

/** The one enquiry of whoever wrote it: Postgres shows no other. @throws AppError unauthenticated when it is gone */
export async function ownEnquiry(ctx: TxCtx): Promise<EnquiryRow> {
  const [row] = await ctx.db.select().from(enquiries).where(eq(enquiries.orgId, ctx.orgId));
  if (!row) throw new AppError("unauthenticated", t("This page is no longer open."));
  return row;
}

/** The case of an enquiry, by its id or by its code. @throws AppError not_found; invalid at `caseCode` */
export async function findCaseOf(
  ctx: TxCtx,
  { caseId, caseCode }: { caseId: string | null; caseCode: string | null },
): Promise<string> {
  if (caseId) return caseId;
  const isIt = sql`lower(${cases.code}) = ${(caseCode ?? "").toLowerCase()}`;
  const [row] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(visibleCases(ctx), isIt));
  if (row) return row.id;
  const message = t("You see no case with this code.");
  throw new AppError("invalid", message, { caseCode: message });
}

/** Saves a message of ours, and says that somebody looked. The caller has locked the enquiry. */
export async function writeToEnquirer(ctx: TxCtx, row: EnquiryRow, words: string): Promise<void> {
  const id = newId();
  const vault = await openVault(ctx, row.keyId);
  await ctx.db.insert(enquiryMessages).values({
    id,
    orgId: ctx.orgId,
    enquiryId: row.id,
    writer: "staff",
    memberId: ctx.actor.memberId,
    words: vault.seal(messagePlace(id), words),
    at: ctx.now,
  });
}

/** What each act of ours says: somebody has read it, and looked just now. */
export const seenNow = (ctx: TxCtx, row: EnquiryRow) => ({
  readBy: row.readBy ?? ctx.actor.memberId,
  readAt: row.readAt ?? ctx.now,
  seenAt: ctx.now,
});

/** Changes an enquiry that was locked before. */
export async function changeEnquiry(
  ctx: TxCtx,
  enquiryId: string,
  values: Partial<typeof enquiries.$inferInsert>,
): Promise<void> {
  await ctx.db.update(enquiries).set(values).where(mine(ctx, enquiryId));
}

/** @throws AppError conflict once it belongs to a case: then the case is where it is decided */
export function refuseOfCase({ caseId }: EnquiryRow): void {
  if (caseId) throw new AppError("conflict", t("This enquiry is part of a case already. Reload to see it."));
}

/** Whether the organisation takes enquiries, or ever did. */
export async function enquirySetting(ctx: TxCtx) {
  const { enquiries: on, enquiryAddress: address, enquiryDays: days } = organisations;
  const [row] = await ctx.db.select({ on, address, days }).from(organisations).where(eq(organisations.id, ctx.orgId));
  return row ?? { on: false, address: null, days: 30 };
}

/** Closed, so that it will be erased. */
const closedEnquiry = or(eq(enquiries.state, "referred"), eq(enquiries.state, "set_aside"));

/** Decided before a moment: what the nightly job erases. */
export const decidedBefore = (at: Date): SQL | undefined =>
  and(closedEnquiry, isNotNull(enquiries.decidedAt), sql`${enquiries.decidedAt} < ${at.toISOString()}::timestamptz`);
