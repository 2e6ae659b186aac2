import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { bodies, bodyChanges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { findShipped } from "./find-shipped";
import { areaKeyOf, detailsOf, lawKeyOf, nameKeyOf } from "./rules";
import type { BodyAct, BodyDetails } from "./types";

export type BodyRow = typeof bodies.$inferSelect;

/** Who writes in the directory. @throws AppError forbidden for a job */
export function writerOf(ctx: TxCtx): string {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("Only a person writes in the directory."));
  return memberId;
}

/**
 * The row of a body, locked until the end of the transaction. A body of the law data gets its row here, the first time
 * that somebody does something with it. @throws AppError not_found
 */
export async function lockBody(ctx: TxCtx, ref: string): Promise<BodyRow> {
  const key = lawKeyOf(ref);
  if (key !== null) await adoptShipped(ctx, key);
  const named = key === null ? (isId(ref) ? eq(bodies.id, ref) : null) : eq(bodies.lawKey, key);
  if (named) {
    const [row] = await ctx.db
      .select()
      .from(bodies)
      .where(and(eq(bodies.orgId, ctx.orgId), named))
      .for("update");
    if (row) return currentDetails(ctx, row);
  }
  throw new AppError("not_found", t("No such entry in the directory."));
}

/** As lockBody, for several: those that have a row are locked in one statement, in one order. @throws AppError not_found */
export async function lockBodies(ctx: TxCtx, refs: readonly string[]): Promise<BodyRow[]> {
  const asked = [...new Set(refs)].toSorted();
  const ids = asked.filter((ref) => lawKeyOf(ref) === null);
  const own = await ctx.db
    .select()
    .from(bodies)
    .where(and(eq(bodies.orgId, ctx.orgId), among(bodies.id, ids)))
    .orderBy(asc(bodies.id))
    .for("update");
  if (own.length < ids.length) throw new AppError("not_found", t("No such entry in the directory."));
  const rows = [...own];
  for (const ref of asked.filter((one) => lawKeyOf(one) !== null)) rows.push(await lockBody(ctx, ref));
  return rows;
}

/** The details of a body that nobody here has changed are those of the law data, also after an update of it. */
export async function currentDetails(ctx: TxCtx, row: BodyRow): Promise<BodyRow> {
  if (!row.lawKey || row.changedAt) return row;
  const shipped = findShipped(await readLaw(ctx), row.lawKey);
  return shipped ? ({ ...row, ...detailsOf(shipped) } as BodyRow) : row;
}

async function adoptShipped(ctx: TxCtx, key: string): Promise<void> {
  const shipped = findShipped(await readLaw(ctx), key);
  if (!shipped) return;
  const addedBy = writerOf(ctx);
  await ctx.db
    .insert(bodies)
    .values({ ...columnsOf(detailsOf(shipped)), id: newId(), orgId: ctx.orgId, lawKey: key, addedBy, addedAt: ctx.now })
    .onConflictDoNothing({ target: [bodies.orgId, bodies.lawKey] });
}

/** The columns that say what the directory says, with the keys by which it is compared. */
export function columnsOf(details: BodyDetails) {
  return {
    ...details,
    mark: details.mark as BodyRow["mark"],
    nameKey: nameKeyOf(details.name, details.kind),
    areaKey: areaKeyOf(details.area),
  };
}

type Change = {
  bodyId: string;
  act: BodyAct;
  was?: Partial<BodyDetails> | null;
  became?: Partial<BodyDetails> | null;
  note?: string | null;
  importId?: string | null;
  confirmation?: { by: string; at: string; expiresOn: string | null } | null;
};

/** Writes lines of the history. */
export async function noteChanges(ctx: TxCtx, changes: readonly Change[]): Promise<void> {
  const by = writerOf(ctx);
  await insertMany(
    ctx,
    bodyChanges,
    changes.map((change) => ({ ...change, id: newId(), orgId: ctx.orgId, by, at: ctx.now })),
  );
}

/** Thousands of rows in one statement with one parameter. A column that no row names is null. */
export async function insertMany<Table extends PgTable>(
  ctx: TxCtx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  if (rows.length === 0) return;
  const written = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnNameOf(key), value ?? null])),
  );
  await ctx.db.execute(
    sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(written)}::jsonb)`,
  );
}

const columnNameOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** @throws AppError conflict for an entry out of use */
export function requireInUse(row: BodyRow): void {
  if (row.retiredAt) throw new AppError("conflict", t("This entry is out of use."));
}

/**
 * For a transaction that writes thousands of rows: fresh tables and row-level security hide from Postgres how many there
 * are, and joins and checks of foreign keys would read a whole table for each row.
 */
export async function planForMany(ctx: TxCtx): Promise<void> {
  await ctx.db.execute(sql`set local enable_nestloop to off`);
  await ctx.db.execute(sql`set local enable_seqscan to off`);
  await ctx.db.execute(sql`set local statement_timeout to '60s'`);
}
