import "server-only";
import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { accounts, auditEntries, cases, identifiers, references, subjects } from "@/db/schema";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { SearchHit } from "@/lib/kernel/jobs/names";
import { addHours } from "@/lib/platform/time/clock";
import { appendSought } from "./append-sought";
import type { Sought } from "./input";

type Watched = { searcherId: string; newClientId: string | null; hits: readonly SearchHit[] };

/** Once in this many hours per person and case, and at most this many per person. */
const hours = 24;
const most = 50;

/**
 * The job behind each search, and behind recording an identifier or a number: what it hit and must not show is logged,
 * which notifies the case owner and the supervisors. When registering a client, a supervisor sees a possible duplicate.
 */
export async function noteSought(ctx: Ctx, watched: Watched): Promise<void> {
  if (watched.hits.length === 0) return;
  const entries = await freshEntries(ctx, watched);
  const [first, ...rest] = entries;
  if (first) await appendSought(ctx, { entries: [first, ...rest] });
}

const freshEntries = query("job.run", async (ctx, watched: Watched): Promise<Sought[]> => {
  const { searcherId } = watched;
  const found = await entriesOf(ctx, watched);
  const known = await ctx.db
    .select({ action: auditEntries.action, caseId: auditEntries.caseId, detail: auditEntries.detail })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.orgId, ctx.orgId),
        inArray(auditEntries.action, ["client.sought", "client.duplicate_found"]),
        eq(auditEntries.subjectId, searcherId),
        gt(auditEntries.at, addHours(ctx.now, -hours)),
      ),
    );
  const keyOf = (entry: { action: string; caseId?: string | null; detail: Record<string, unknown> }) =>
    [entry.action, entry.caseId ?? "", entry.detail.clientId ?? "", entry.detail.newClientId ?? ""].join(" ");
  const before = new Set(known.map(keyOf));
  return found.filter((entry) => !before.has(keyOf(entry))).slice(0, Math.max(0, most - known.length));
});

async function entriesOf(ctx: TxCtx, { searcherId, newClientId, hits }: Watched): Promise<Sought[]> {
  const entries: Sought[] = [];
  for (const [clientId, own] of Map.groupBy(
    hits.filter(({ kind }) => kind === "client"),
    ({ id }) => id,
  )) {
    const of = fieldsOf(own);
    for (const caseId of await casesOf(ctx, clientId)) {
      const at = { subjectId: searcherId, ...(caseId ? { caseId } : {}) };
      entries.push(
        newClientId
          ? { action: "client.duplicate_found", ...at, detail: { of, clientId, newClientId } }
          : { action: "client.sought", ...at, detail: { of, clientId } },
      );
      // A duplicate is one question, also when the client has several cases.
      if (newClientId) break;
    }
  }
  if (newClientId) return entries;
  for (const [caseId, own] of Map.groupBy(await boardHits(ctx, hits), ({ caseId: id }) => id)) {
    if (entries.some((entry) => entry.caseId === caseId)) continue;
    entries.push({ action: "client.sought", subjectId: searcherId, caseId, detail: { of: fieldsOf(own) } });
  }
  return entries;
}

const fieldsOf = (hits: readonly { field: string }[]) => [...new Set(hits.map(({ field }) => field))].sort().join(" ");

/** One case per owner, the newest; a client without a case is reported too. */
async function casesOf(ctx: TxCtx, clientId: string): Promise<(string | null)[]> {
  const rows = await ctx.db
    .select({ id: cases.id, ownerId: cases.ownerId })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.clientId, clientId)))
    .orderBy(sql`${cases.closedAt} is not null`, desc(cases.openedAt));
  if (rows.length === 0) return [null];
  return [...Map.groupBy(rows, ({ ownerId }) => ownerId).values()].flatMap(([first]) => (first ? [first.id] : []));
}

async function boardHits(ctx: TxCtx, hits: readonly SearchHit[]): Promise<{ caseId: string; field: string }[]> {
  const ids = (kind: SearchHit["kind"]) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const own = await ctx.db
    .select({ id: accounts.id, caseId: accounts.caseId })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), among(accounts.id, ids("account"))));
  const more = await ctx.db
    .select({ id: identifiers.id, caseId: identifiers.caseId })
    .from(identifiers)
    .where(
      and(eq(identifiers.orgId, ctx.orgId), among(identifiers.id, ids("identifier")), isNull(identifiers.removedAt)),
    );
  const people = await ctx.db
    .select({ id: subjects.id, caseId: subjects.caseId })
    .from(subjects)
    .where(and(eq(subjects.orgId, ctx.orgId), among(subjects.id, ids("subject"))));
  const numbers = await ctx.db
    .select({ id: references.id, caseId: references.caseId })
    .from(references)
    .where(and(eq(references.orgId, ctx.orgId), among(references.id, ids("reference"))));
  const caseOf = new Map([...own, ...more, ...people, ...numbers].map(({ id, caseId }) => [id, caseId]));
  return hits.flatMap(({ id, field }) => {
    const caseId = caseOf.get(id);
    return caseId ? [{ caseId, field }] : [];
  });
}
