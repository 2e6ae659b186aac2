import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { queueItems } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import type { KeptItem } from "./types";

/** Keeps the items of these cases for lists and counts: what changed is written, in three statements at most. */
export async function writeQueue(ctx: TxCtx, items: ReadonlyMap<string, readonly KeptItem[]>): Promise<void> {
  const mine = and(eq(queueItems.orgId, ctx.orgId), among(queueItems.caseId, [...items.keys()]));
  const kept = await ctx.db.select().from(queueItems).where(mine);
  const before = new Map(kept.map((row) => [nameOf(row.caseId, row.key), row]));
  const wanted = [...items].flatMap(([caseId, some]) => some.map((item) => ({ caseId, item })));
  const names = new Set(wanted.map(({ caseId, item }) => nameOf(caseId, item.key)));
  const gone = kept.filter((row) => !names.has(nameOf(row.caseId, row.key)));
  const news = wanted.flatMap(({ caseId, item }) => {
    const row = before.get(nameOf(caseId, item.key));
    if (row && isSame(row, item)) return [];
    const { key, turn, kind, dueOn, dayAt, lateAt, since } = item;
    return [{ id: row?.id ?? newId(), caseId, key, turn, kind, dueOn, dayAt, lateAt, since }];
  });
  if (gone.length > 0) {
    await ctx.db.delete(queueItems).where(
      and(
        eq(queueItems.orgId, ctx.orgId),
        among(
          queueItems.id,
          gone.map((row) => row.id),
        ),
      ),
    );
  }
  if (news.length === 0) return;
  await ctx.db.execute(sql`
    insert into app.queue_items (id, org_id, case_id, key, turn, kind, due_on, day_at, late_at, since)
    select n.id, ${ctx.orgId}::uuid, n."caseId", n.key, n.turn, n.kind, n."dueOn", n."dayAt", n."lateAt",
      n.since
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as n(id uuid, "caseId" uuid, key text, turn text,
      kind text, "dueOn" date, "dayAt" timestamptz, "lateAt" timestamptz, since date)
    on conflict (case_id, key) do update set turn = excluded.turn, kind = excluded.kind, due_on = excluded.due_on,
      day_at = excluded.day_at, late_at = excluded.late_at, since = excluded.since`);
}

const nameOf = (caseId: string, key: string) => `${caseId} ${key}`;

function isSame(row: KeptItem, item: KeptItem): boolean {
  const time = (at: Date | null) => at?.getTime() ?? null;
  return (
    row.turn === item.turn &&
    row.kind === item.kind &&
    row.dueOn === item.dueOn &&
    row.since === item.since &&
    time(row.dayAt) === time(item.dayAt) &&
    time(row.lateAt) === time(item.lateAt)
  );
}
