import "server-only";
import { and, asc, desc, eq, gt } from "drizzle-orm";
import { always } from "@/db/always";
import { among } from "@/db/among";
import { auditEntries, cases, custodyEvents, exhibits } from "@/db/schema";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { checkLedgers } from "./check-ledgers";
import { nights } from "./rules";
import type { Alarm, BreakKind } from "./types";

/** More than this many at once is one problem, and not so many. */
const most = 100;

/**
 * Unresolved breaks: a check failed since the last full cycle of nights, and for an original or a ledger, it still
 * fails today. Newest first.
 */
export const listAlarms = query("audit.read", async (ctx): Promise<Alarm[]> => {
  const since = new Date(ctx.now.getTime() - (nights + 1) * 86_400_000);
  const failed = and(
    eq(auditEntries.orgId, ctx.orgId),
    always(auditEntries.action, "evidence.check_failed"),
    gt(auditEntries.at, since),
  );
  const rows = await ctx.db
    .select({ exhibitId: auditEntries.subjectId, at: auditEntries.at, detail: auditEntries.detail })
    .from(auditEntries)
    .where(failed)
    .orderBy(desc(auditEntries.seq))
    .limit(most);
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map((row) => row.exhibitId))];
  const names = await namesOf(ctx, ids);
  const repaired = await repairedOf(ctx, ids);
  const seen = new Set<string>();
  return rows.flatMap(({ exhibitId, at, detail }) => {
    const kind = detail.kind as BreakKind;
    const named = names.get(exhibitId);
    const key = `${kind} ${exhibitId}`;
    if (!named || seen.has(key) || repaired.has(key)) return [];
    seen.add(key);
    return [{ ...named, kind, at }];
  });
});

async function namesOf(ctx: TxCtx, ids: string[]) {
  const rows = await ctx.db
    .select({ exhibitId: exhibits.id, caseId: exhibits.caseId, caseCode: cases.code, number: exhibits.number })
    .from(exhibits)
    .innerJoin(cases, eq(cases.id, exhibits.caseId))
    .where(among(exhibits.id, ids));
  return new Map(rows.map(({ number, ...row }) => [row.exhibitId, { ...row, exhibit: exhibitLabel(number) }]));
}

/** Originals that were read back whole since, and ledgers that hold. */
async function repairedOf(ctx: TxCtx, ids: string[]): Promise<Set<string>> {
  const checks = await ctx.db
    .select({ exhibitId: custodyEvents.exhibitId, verified: custodyEvents.verified })
    .from(custodyEvents)
    .where(and(among(custodyEvents.exhibitId, ids), eq(custodyEvents.action, "hashed")))
    .orderBy(asc(custodyEvents.seq));
  const last = new Map(checks.map((row) => [row.exhibitId, row.verified !== false]));
  const ledgers = await checkLedgers(ctx, ids);
  return new Set([
    ...ids.filter((id) => last.get(id) === true).map((id) => `original ${id}`),
    ...ledgers.filter((ledger) => ledger.problem === null).map((ledger) => `ledger ${ledger.exhibitId}`),
  ]);
}
