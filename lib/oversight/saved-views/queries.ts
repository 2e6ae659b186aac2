import "server-only";
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { listChoices, savedViews } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { mayChangeView } from "./access";
import { readColumns } from "./rules";
import type { ListChoices, SavedView } from "./types";

const day = 86_400_000;

/** The person's own views and the shared ones, by name, and the settings of their list. */
export const readListChoices = query("case.read", async (ctx): Promise<ListChoices> => {
  const me = ctx.actor.memberId;
  if (!me) return { views: [], removed: [], columns: null, defaultView: null };
  const lately = new Date(ctx.now.getTime() - day);
  const [rows, [chosen]] = await Promise.all([
    ctx.db
      .select()
      .from(savedViews)
      .where(
        and(
          eq(savedViews.orgId, ctx.orgId),
          or(eq(savedViews.memberId, me), eq(savedViews.shared, true)),
          or(isNull(savedViews.removedAt), gt(savedViews.removedAt, lately)),
        ),
      )
      .orderBy(asc(savedViews.name), asc(savedViews.id))
      .limit(200),
    ctx.db.select().from(listChoices).where(eq(listChoices.memberId, me)),
  ]);
  const views = rows.filter((row) => row.removedAt === null).map((row) => viewOf(ctx, row));
  return {
    views,
    removed: rows
      .filter((row) => row.removedAt !== null && mayChangeView(ctx, row))
      .map(({ id, name }) => ({ id, name })),
    columns: readColumns(chosen?.columns ?? null),
    defaultView: views.find((view) => view.id === chosen?.viewId) ?? null,
  };
});

function viewOf(ctx: TxCtx, row: typeof savedViews.$inferSelect): SavedView {
  const { id, name, query: asked, columns, shared } = row;
  return { id, name, query: asked, columns: readColumns(columns), shared, mayChange: mayChangeView(ctx, row) };
}
