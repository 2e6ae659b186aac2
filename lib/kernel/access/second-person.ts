import "server-only";
import { sql } from "drizzle-orm";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import type { TxCtx } from "./ctx";

type Options = {
  /** Who joined before the organisation's first client counts, although the other let them in. */
  founders?: boolean;
};

const tied =
  "One of you gave the other access less than 30 days ago, so you do not count as two people. Another supervisor decides.";

const young = "You joined, or got your role, less than 7 days ago. Until then you have no part in a complete folder.";

/**
 * Why whoever acts is no second person to another: it is the same person, or one of the two let the other in, gave them
 * another role or a new sign-in link in the last 30 days. Null when they are. Every act of two people asks here, and
 * Postgres says the same (`app.keep_second_person`).
 */
export async function whyNotSecond(
  ctx: TxCtx,
  first: string,
  { founders = false }: Options = {},
): Promise<string | null> {
  const { memberId } = ctx.actor;
  if (!memberId) return "A person decides.";
  if (memberId === first) return "Somebody else than who asked decides.";
  const [row] = await ctx.db.execute<{ tied: boolean }>(
    sql`select app.is_tied(${first}::uuid, ${memberId}::uuid, ${ctx.now.toISOString()}::timestamptz, ${founders}) as tied`,
  );
  return row?.tied ? tied : null;
}

type Refusal = {
  /** What is said to the person who asked; the other reasons have words of their own. */
  own?: string;
  code?: ErrorCode;
  /** The field of the form beside which it is said. */
  field?: string;
};

/** @throws AppError forbidden, or with the code that is named, when whoever acts is no second person to `first` */
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

/** Whoever is new neither asks for a complete folder nor releases one. @throws AppError forbidden for 7 days */
export async function requireSettled(ctx: TxCtx): Promise<void> {
  const [row] = await ctx.db.execute<{ young: boolean }>(
    sql`select app.is_new(${ctx.actor.memberId}::uuid, ${ctx.now.toISOString()}::timestamptz) as young`,
  );
  if (row?.young) throw new AppError("forbidden", young);
}
