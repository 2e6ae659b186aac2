import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { cases, erasureRequests, erasures, handovers, importRows, imports } from "@/db/schema";
import { isRestricted } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { isId } from "@/lib/platform/ids";
import { plural } from "@/lib/platform/text/format";
import { countHolds, type ErasureRow, findTarget } from "./access";
import { reasonPlace } from "./rules";
import type { ErasedKind, ErasedLine, ErasureCheck, ErasureState, ErasureView, Tombstone } from "./types";

/** Recent requests: pending ones first. */
export const listErasures = query("record.erase", async (ctx): Promise<ErasureView[]> => {
  const rows = await ctx.db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.orgId, ctx.orgId))
    .orderBy(desc(eq(erasureRequests.state, "waiting")), desc(erasureRequests.askedAt))
    .limit(50);
  return toViews(ctx, rows);
});

/** How many await somebody other than the viewer. */
export const countWaitingErasures = query("record.erase", async (ctx): Promise<number> => {
  const rows = await ctx.db
    .select({ by: erasureRequests.askedBy })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.orgId, ctx.orgId), eq(erasureRequests.state, "waiting")));
  return rows.filter(({ by }) => by !== ctx.actor.memberId).length;
});

/** The request that is under way for a case or a client; null when there is none. */
export const readLiveErasure = query("record.erase", async (ctx, erasedId: string): Promise<ErasureView | null> => {
  if (!isId(erasedId)) return null;
  const rows = await ctx.db
    .select()
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.orgId, ctx.orgId),
        eq(erasureRequests.erasedId, erasedId),
        inArray(erasureRequests.state, ["waiting", "released", "erased"]),
      ),
    );
  const [view] = await toViews(ctx, rows);
  return view ?? null;
});

async function toViews(ctx: TxCtx, rows: readonly ErasureRow[]): Promise<ErasureView[]> {
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.askedBy, row.decidedBy]),
  );
  const views: ErasureView[] = [];
  for (const row of rows) {
    // The key may be gone by another erasure.
    const vault = row.reason ? await openVault(ctx, row.keyId).catch(() => null) : null;
    const { id, of, code, ground, withClient, state, askedAt, erasedAt } = row;
    views.push({
      id,
      of,
      code,
      ground,
      withClient,
      state,
      askedAt,
      erasedAt,
      askedById: row.askedBy,
      reason: vault ? vault.openMaybe(reasonPlace(id), row.reason) : null,
      askedBy: names.get(row.askedBy) ?? "",
      decidedBy: row.decidedBy ? (names.get(row.decidedBy) ?? "") : null,
    });
  }
  return views;
}

/** What remains of a case or client, for those who worked on it and for supervisors; null if there is nothing. */
export const readTombstone = query("case.read", async (ctx, erasedId: string): Promise<Tombstone | null> => {
  if (!isId(erasedId)) return null;
  const [row] = await ctx.db
    .select()
    .from(erasures)
    .where(and(eq(erasures.orgId, ctx.orgId), eq(erasures.erasedId, erasedId)));
  if (!row) return null;
  const names = await namesOf(ctx, [row.askedBy, row.releasedBy]);
  const { of, code, ground, at } = row;
  const askedBy = names.get(row.askedBy) ?? "";
  const releasedBy = names.get(row.releasedBy) ?? "";
  return { of, code, ground, at, askedBy, releasedBy };
});

/** What to consider before requesting it. @throws AppError not_found */
export const checkErasure = query("record.erase", async (ctx, of: ErasedKind, id: string): Promise<ErasureCheck[]> => {
  const target = await findTarget(ctx, of, id);
  const own = target.cases.map((case_) => case_.id);
  const open = target.cases.filter((case_) => !case_.closedAt).length;
  const held = await countHolds(ctx, own);
  const restricted = await isRestricted(ctx, ...own);
  const police = await countWithPolice(ctx, own);
  const lists = await countLists(ctx, own);
  const others = (await ctx.db.$count(cases, eq(cases.clientId, target.clientId))) - own.length;
  const checks: ErasureCheck[] = [
    {
      id: "hold",
      stops: held > 0,
      text:
        held > 0
          ? t("It is on legal hold. It cannot be erased until the hold is lifted.")
          : t("It is not on legal hold."),
    },
    {
      id: "closed",
      stops: open > 0,
      text:
        open > 0
          ? t("{open} still open. Close them first.", { open: plural(open, "case") })
          : t("Nothing is still open."),
    },
  ];
  if (restricted) {
    const text = t("It is restricted. It is not erased until the restriction is lifted.");
    checks.push({ id: "restricted", stops: true, text });
  }
  if (police > 0) {
    const text = t(
      "{police} with police, without an outcome. Police keep what they have, and cannot ask us about it.",
      {
        police: plural(police, "packet"),
      },
    );
    checks.push({ id: "with_police", stops: false, text });
  }
  if (lists > 0) {
    const text = t("{lists} that it was imported from {value} too. Other cases from the same list stay.", {
      lists: plural(lists, "list"),
      value: lists === 1 ? t("goes") : t("go"),
    });
    checks.push({ id: "list", stops: false, text });
  }
  if (of === "case" && others === 0) {
    checks.push({ id: "last_case", stops: false, text: t("It is the last case of this client.") });
  }
  return checks;
});

/** The state of an erasure, for the job. */
export const readErasureState = query("job.run", async (ctx, requestId: string): Promise<ErasureState | null> => {
  const [row] = await ctx.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.orgId, ctx.orgId), eq(erasureRequests.id, requestId)));
  return row?.state ?? null;
});

/** The keys that an erasure destroyed: what is stored under them must be removed. */
export const listErasedKeys = query("job.run", async (ctx, requestId: string): Promise<string[]> => {
  const rows = await ctx.db
    .select({ keyIds: erasures.keyIds })
    .from(erasures)
    .where(and(eq(erasures.orgId, ctx.orgId), eq(erasures.requestId, requestId)));
  return [...new Set(rows.flatMap((row) => row.keyIds))];
});

/** Erasures whose job gave up, as when the storage was away for long. */
export const listUnfinished = query("job.run", (ctx) =>
  ctx.db
    .select({ requestId: erasureRequests.id })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.orgId, ctx.orgId), inArray(erasureRequests.state, ["released", "erased"])))
    .orderBy(asc(erasureRequests.askedAt)),
);

/** The ledger, oldest first: what a restored backup must lose again. */
export const listErased = query("job.run", async (ctx): Promise<ErasedLine[]> => {
  const rows = await ctx.db
    .select()
    .from(erasures)
    .where(eq(erasures.orgId, ctx.orgId))
    .orderBy(asc(erasures.at), asc(erasures.id));
  return rows.map(({ orgId: org, of, erasedId: id, code, keyIds: keys, ground, askedBy, releasedBy, at }) => ({
    org,
    of,
    id,
    code,
    keys,
    ground,
    askedBy,
    releasedBy,
    at: at.toISOString(),
  }));
});

/** Packets that police have and gave no outcome of. */
async function countWithPolice(ctx: TxCtx, caseIds: readonly string[]): Promise<number> {
  if (caseIds.length === 0) return 0;
  return ctx.db.$count(
    handovers,
    and(
      eq(handovers.orgId, ctx.orgId),
      sql`${handovers.caseId} = any(${sql.param(caseIds)}::uuid[])`,
      sql`not exists (select 1 from app.handover_outcomes o where o.org_id = ${handovers.orgId}
        and o.handover_id = ${handovers.id} and o.outcome in ('refused', 'closed'))`,
    ),
  );
}

/** Lists that these cases came in: they go with them. */
async function countLists(ctx: TxCtx, caseIds: readonly string[]): Promise<number> {
  if (caseIds.length === 0) return 0;
  const those = ctx.db
    .select({ id: importRows.importId })
    .from(importRows)
    .where(sql`${importRows.caseId} = any(${sql.param(caseIds)}::uuid[])`);
  return ctx.db.$count(imports, and(eq(imports.orgId, ctx.orgId), sql`${imports.id} in (${those})`));
}
