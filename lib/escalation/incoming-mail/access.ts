import "server-only";
import { and, eq, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { incomingMails, organisations, replyAddresses } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";

export type MailRow = typeof incomingMails.$inferSelect;

/** The address at which mails come in; null where none is set. */
export const mailInAddress = (): string | null => env().MAIL_IN_ADDRESS ?? null;

const key = (of: string) => deriveKey(env().KEK, of);

/** Under a key of the server: whoever has only the database finds no token by it. */
export const hashReplyToken = (token: string): Buffer => keyedToken(key("reply-address"), token);

/** Of the Message-ID and the bytes together, and of the Message-ID alone. */
export const hashMail = (words: string): Buffer => keyedToken(key("incoming-mail"), words);

const mine = (ctx: TxCtx, mailId: string) => and(eq(incomingMails.orgId, ctx.orgId), eq(incomingMails.id, mailId));

/** A mail that this person may see. @throws AppError not_found */
export async function findMail(ctx: TxCtx, mailId: string): Promise<MailRow> {
  if (isId(mailId)) {
    const [row] = await ctx.db.select().from(incomingMails).where(mine(ctx, mailId));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such mail. It may have been erased."));
}

/** The same with its case locked, for whoever decides what becomes of it. @throws AppError not_found; conflict */
export async function lockMail(ctx: TxCtx, mailId: string) {
  const seen = await findMail(ctx, mailId);
  if (!seen.caseId) throw new AppError("conflict", t("Link it to a case first."));
  const found = await lockCase(ctx, seen.caseId);
  return { row: await lockRow(ctx, mailId), found };
}

/** The row alone. @throws AppError not_found */
export async function lockRow(ctx: TxCtx, mailId: string): Promise<MailRow> {
  if (isId(mailId)) {
    const [row] = await ctx.db.select().from(incomingMails).where(mine(ctx, mailId)).for("update");
    if (row) return row;
  }
  throw new AppError("not_found", t("No such mail. It may have been erased."));
}

/** Changes a mail that was locked before. */
export async function changeMail(
  ctx: TxCtx,
  mailId: string,
  values: Partial<typeof incomingMails.$inferInsert>,
): Promise<void> {
  await ctx.db.update(incomingMails).set(values).where(mine(ctx, mailId));
}

export const decidedNow = (ctx: TxCtx) => ({ decidedBy: ctx.actor.memberId, decidedAt: ctx.now });

/** A reply address of a case that this person sees. @throws AppError not_found */
export async function findReplyAddress(ctx: TxCtx, addressId: string) {
  if (isId(addressId)) {
    const [row] = await ctx.db
      .select()
      .from(replyAddresses)
      .where(and(eq(replyAddresses.orgId, ctx.orgId), eq(replyAddresses.id, addressId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such reply address."));
}

/** After how many days a mail that nobody filed is erased. */
export async function readMailDays(ctx: TxCtx): Promise<number> {
  const [row] = await ctx.db
    .select({ days: organisations.mailDays })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return row?.days ?? 90;
}

/** Not filed, and older than a moment: since it came, or since it was set aside. What is held or restricted stays. */
export const unfiledBefore = (at: Date): SQL | undefined =>
  and(
    ne(incomingMails.state, "filed"),
    sql`not exists (select from app.holds h where h.case_id = ${incomingMails.caseId} and h.lifted_at is null)`,
    sql`not exists (select from app.case_restrictions r where r.case_id = ${incomingMails.caseId} and r.lifted_at is null)`,
    or(
      and(eq(incomingMails.state, "held"), lt(incomingMails.receivedAt, at)),
      and(eq(incomingMails.state, "set_aside"), lt(incomingMails.decidedAt, at)),
    ),
  );
