import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { accounts, clients, identifiers, subjects } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { SearchHit } from "@/lib/kernel/jobs/names";
import { watchIds } from "./watch-ids";

/**
 * Enqueues what these exact tokens hit and this person may not see, for a search or a new record.
 * @param newClientId the client being registered, if that is the reason for the search
 */
export async function watchHits(ctx: TxCtx, tokens: readonly Buffer[], newClientId?: string): Promise<void> {
  if (!ctx.actor.memberId || tokens.length === 0) return;
  const hidden = (await hiddenHits(ctx, tokens)).filter(({ id }) => id !== newClientId);
  await watchIds(ctx, hidden, newClientId);
}

async function hiddenHits(ctx: TxCtx, tokens: readonly Buffer[]): Promise<SearchHit[]> {
  const list = `{${tokens.map((token) => `"\\\\x${token.toString("hex")}"`).join(",")}}`;
  const rows = await ctx.db.execute<{ kind: SearchHit["kind"]; id: string; field: string }>(
    sql`select owner_kind as kind, owner_id as id, field from app.exact_hits(${list}::bytea[])`,
  );
  const hits = [...rows].map(({ kind, id, field }) => ({ kind, id, field }));
  const ids = (kind: SearchHit["kind"]) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const seen = [
    ...(await idsOf(ctx, clients, and(eq(clients.orgId, ctx.orgId), among(clients.id, ids("client"))))),
    ...(await idsOf(ctx, accounts, and(eq(accounts.orgId, ctx.orgId), among(accounts.id, ids("account"))))),
    ...(await idsOf(ctx, identifiers, and(eq(identifiers.orgId, ctx.orgId), among(identifiers.id, ids("identifier"))))),
    ...(await idsOf(ctx, subjects, and(eq(subjects.orgId, ctx.orgId), among(subjects.id, ids("subject"))))),
  ];
  return hits.filter(({ id }) => !seen.includes(id));
}

/** Row-level security leaves those that this person may see. */
async function idsOf(
  ctx: TxCtx,
  table: typeof clients | typeof accounts | typeof identifiers | typeof subjects,
  where: SQL | undefined,
): Promise<string[]> {
  const rows = await ctx.db.select({ id: table.id }).from(table).where(where);
  return rows.map(({ id }) => id);
}
