import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import type { TxCtx } from "./ctx";

type Options = {
  /** Someone who joined before the organisation's first client counts, although the other admitted them. */
  founders?: boolean;
};

const tied = t(
  "One of you gave the other access less than 30 days ago, so you do not count as two people. Another supervisor decides.",
);

const young = t(
  "You joined, or got your role, less than 7 days ago. You cannot ask for or release an export until the 7 days are over.",
);

/**
 * Why the acting member cannot be the second person for another: they are the same person, or in the last 30 days one
 * of them admitted the other, changed their role or gave them a new sign-in link. Null if they can. Every four-eyes act
 * calls this, and Postgres enforces the same (`app.keep_second_person`).
 */
export async function whyNotSecond(
  ctx: TxCtx,
  first: string,
  { founders = false }: Options = {},
): Promise<string | null> {
  const { memberId } = ctx.actor;
  if (!memberId) return t("A person decides.");
  if (memberId === first) return t("Somebody other than the person who asked has to decide.");
  const [row] = await ctx.db.execute<{ tied: boolean }>(
    sql`select app.is_tied(${first}::uuid, ${memberId}::uuid, ${ctx.now.toISOString()}::timestamptz, ${founders}) as tied`,
  );
  return row?.tied ? tied : null;
}

type Refusal = {
  /** The message for the person who made the request; the other reasons have their own messages. */
  own?: string;
  code?: ErrorCode;
  /** The form field that shows the message. */
  field?: string;
};

/** @throws AppError forbidden, or with the given code, if the acting member cannot be the second person for `first` */
export async function requireSecondPerson(
  ctx: TxCtx,
  first: string,
  { own, code = "forbidden", field, ...options }: Refusal & Options = {},
): Promise<void> {
  const found = await whyNotSecond(ctx, first, options);
  if (!found) return;
  const message = first === ctx.actor.memberId ? (own ?? found) : found;
  throw new AppError(code, message, field ? { [field]: message } : {});
}

/** A new member can neither request nor approve a full export. @throws AppError forbidden for 7 days */
export async function requireSettled(ctx: TxCtx): Promise<void> {
  const [row] = await ctx.db.execute<{ young: boolean }>(
    sql`select app.is_new(${ctx.actor.memberId}::uuid, ${ctx.now.toISOString()}::timestamptz) as young`,
  );
  if (row?.young) throw new AppError("forbidden", young);
}
