import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { clientPageEvents, clientPages, organisations } from "@/db/schema";
import { findCase, lockCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { stateOf } from "./rules";
import type { PageEventName } from "./types";

export type PageRow = typeof clientPages.$inferSelect;

/** Whether an administrator turned clients' pages on. */
export async function pagesAreOn(ctx: TxCtx): Promise<boolean> {
  const [row] = await ctx.db
    .select({ on: organisations.clientPages })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return row?.on ?? false;
}

/** The newest page of a case that was found before; null if none was ever made. */
export async function newestPage(ctx: TxCtx, caseId: string): Promise<PageRow | null> {
  const [row] = await ctx.db
    .select()
    .from(clientPages)
    .where(and(eq(clientPages.orgId, ctx.orgId), eq(clientPages.caseId, caseId)))
    .orderBy(desc(clientPages.madeAt), desc(clientPages.id))
    .limit(1);
  return row ?? null;
}

/** A page of a case that this person sees. @throws AppError not_found */
export async function findPage(ctx: TxCtx, pageId: string): Promise<PageRow> {
  if (isId(pageId)) {
    const mine = and(eq(clientPages.orgId, ctx.orgId), eq(clientPages.id, pageId));
    const [row] = await ctx.db.select().from(clientPages).where(mine);
    if (row) {
      await findCase(ctx, row.caseId);
      return row;
    }
  }
  throw new AppError("not_found", t("No such page."));
}

/**
 * The open page of a case, with the case locked, for whoever writes on it.
 * @throws AppError not_found; conflict for a closed or restricted case, and without an open page
 */
export async function lockOpenPage(ctx: TxCtx, caseId: string): Promise<PageRow> {
  await lockCase(ctx, caseId);
  const page = await newestPage(ctx, caseId);
  if (!page || stateOf(page, ctx.now) !== "open") {
    throw new AppError("conflict", t("The client has no open page. Make a link first."));
  }
  return page;
}

/**
 * The client's own page, from her context: Postgres shows no other. @throws AppError unauthenticated when it ended
 * meanwhile
 */
export async function ownPage(ctx: TxCtx): Promise<PageRow> {
  const [row] = await ctx.db.select().from(clientPages).where(eq(clientPages.orgId, ctx.orgId));
  if (!row) throw new AppError("unauthenticated", t("This page is no longer open."));
  return row;
}

/** Tells the case that the client did something on her page. */
export async function leaveNews(ctx: TxCtx, pageId: string): Promise<void> {
  const mine = and(eq(clientPages.orgId, ctx.orgId), eq(clientPages.id, pageId));
  await ctx.db.update(clientPages).set({ newsAt: ctx.now }).where(mine);
}

/** Appends to the log of a page, in the transaction of the change. */
export async function notePageEvent(
  ctx: TxCtx,
  { id: pageId, caseId }: Pick<PageRow, "id" | "caseId">,
  event: PageEventName,
): Promise<void> {
  const { orgId, now: at, actor } = ctx;
  await ctx.db.insert(clientPageEvents).values({ id: newId(), orgId, caseId, pageId, event, at, by: actor.memberId });
}
