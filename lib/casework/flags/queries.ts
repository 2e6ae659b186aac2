import "server-only";
import { and, asc, count, desc, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { caseFlags, cases } from "@/db/schema";
import { answeredFor, findCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import type { FlagItem, FlagView } from "./types";

type Row = typeof caseFlags.$inferSelect;

/** How many open flags each of these cases has; a case without one is not in the map. At most 500 cases at a time. */
export const openFlagsOf = query("case.read", async (ctx, caseIds: readonly string[]): Promise<Map<string, number>> => {
  if (caseIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ caseId: caseFlags.caseId, n: count() })
    .from(caseFlags)
    .innerJoin(cases, and(eq(cases.orgId, caseFlags.orgId), eq(cases.id, caseFlags.caseId)))
    .where(and(visibleCases(ctx), among(caseFlags.caseId, caseIds.slice(0, 500)), isNull(caseFlags.resolvedAt)))
    .groupBy(caseFlags.caseId);
  return new Map(rows.map(({ caseId, n }) => [caseId, n]));
});

/** The flags of a case: open ones first, then the newest. @throws AppError not_found */
export const listCaseFlags = query("case.read", async (ctx, caseId: string): Promise<FlagView[]> => {
  const found = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(caseFlags)
    .where(and(eq(caseFlags.orgId, ctx.orgId), eq(caseFlags.caseId, caseId)))
    .orderBy(sql`${caseFlags.resolvedAt} is not null`, desc(caseFlags.raisedAt));
  const vault = await openVault(ctx, found.keyId);
  const names = await namesIn(ctx, rows);
  return rows.map((row) => viewOf(row, vault, names));
});

/** Due open flags on cases the viewer is responsible for, oldest date first, at most 100. */
export const listMyFlags = query(
  "case.read",
  async (ctx): Promise<FlagItem[]> => listItems(ctx, and(answeredFor(ctx), dueNow(ctx))),
);

/** Open flags on the cases of one member, including future ones. At most 100. */
export const listFlagsOf = query(
  "team.read",
  async (ctx, memberId: string): Promise<FlagItem[]> => listItems(ctx, eq(cases.ownerId, memberId)),
);

/** A flag without a day asks at once. */
function dueNow(ctx: TxCtx): SQL | undefined {
  return or(isNull(caseFlags.lookOn), lte(caseFlags.lookOn, officeToday(ctx.now)));
}

async function listItems(ctx: TxCtx, where: SQL | undefined): Promise<FlagItem[]> {
  const rows = await ctx.db
    .select({
      flag: caseFlags,
      keyId: cases.keyId,
      pseudonym: cases.pseudonym,
      code: cases.code,
      ownerId: cases.ownerId,
    })
    .from(caseFlags)
    .innerJoin(cases, and(eq(cases.orgId, caseFlags.orgId), eq(cases.id, caseFlags.caseId)))
    .where(and(visibleCases(ctx), isNull(cases.closedAt), isNull(caseFlags.resolvedAt), where))
    .orderBy(sql`${caseFlags.lookOn} asc nulls first`, asc(caseFlags.raisedAt))
    .limit(100);
  const names = await namesIn(
    ctx,
    rows.map((row) => row.flag),
  );
  const items: FlagItem[] = [];
  for (const { flag, keyId, ...of } of rows) {
    items.push({ ...viewOf(flag, await openVault(ctx, keyId), names), ...of });
  }
  return items;
}

function namesIn(ctx: TxCtx, rows: readonly Row[]): Promise<Map<string, string>> {
  return namesOf(
    ctx,
    rows.flatMap((row) => [row.raisedBy, row.resolvedBy]),
  );
}

function viewOf(row: Row, vault: Vault, names: ReadonlyMap<string, string>): FlagView {
  const { id, caseId, lookOn, raisedAt, resolvedAt } = row;
  const place = (column: "message" | "resolution") => ({ table: "case_flags", column, row: id });
  return {
    id,
    caseId,
    lookOn,
    raisedAt,
    resolvedAt,
    message: vault.open(place("message"), row.message),
    resolution: vault.openMaybe(place("resolution"), row.resolution),
    raisedBy: names.get(row.raisedBy) ?? "",
    resolvedBy: row.resolvedBy && (names.get(row.resolvedBy) ?? null),
  };
}
