import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { bodies, bodyImportRows, bodyImports } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { readLaw } from "@/lib/law/provisions/queries";
import { planForMany } from "@/lib/organisation/bodies/access";
import { findShipped } from "@/lib/organisation/bodies/find-shipped";
import { listShipped } from "@/lib/organisation/bodies/list-shipped";
import { detailsOf, refOfLaw } from "@/lib/organisation/bodies/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { judgeRows } from "./rules";
import type { Judged, KnownBody, ListPlan } from "./types";

export type BodyImportRow = typeof bodyImports.$inferSelect;

/** @throws AppError not_found */
export async function findBodyImport(ctx: TxCtx, importId: string): Promise<BodyImportRow> {
  if (isId(importId)) {
    const [row] = await ctx.db
      .select()
      .from(bodyImports)
      .where(and(eq(bodyImports.orgId, ctx.orgId), eq(bodyImports.id, importId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such list."));
}

/** The import, locked until the end of the transaction. @throws AppError not_found; conflict if it was imported */
export async function lockChecked(ctx: TxCtx, importId: string): Promise<BodyImportRow> {
  const { id } = await findBodyImport(ctx, importId);
  const [row] = await ctx.db.select().from(bodyImports).where(eq(bodyImports.id, id)).for("update");
  if (!row) throw new AppError("not_found", t("No such list."));
  if (row.state !== "checked") throw new AppError("conflict", t("This list is imported or given up already."));
  return row;
}

export const planOf = ({ columns, fixed }: BodyImportRow): ListPlan => ({ columns, fixed }) as ListPlan;

/** Every body in use that a row may be about. */
export async function listKnown(ctx: TxCtx): Promise<KnownBody[]> {
  const law = await readLaw(ctx);
  const rows = await ctx.db
    .select()
    .from(bodies)
    .where(and(eq(bodies.orgId, ctx.orgId), isNull(bodies.retiredAt)));
  const own = rows.map((row): KnownBody => {
    const shipped = row.lawKey && !row.changedAt ? findShipped(law, row.lawKey) : null;
    const details = detailsOf(shipped ?? row);
    return { ...keysOfRow(row), ref: row.id, bodyId: row.id, lawKey: row.lawKey, details };
  });
  const adopted = new Set(own.map(({ lawKey }) => lawKey));
  const ofLaw = listShipped(law)
    .filter(({ key }) => !adopted.has(key))
    .map((shipped): KnownBody => {
      const { key, kind, country, nameKey } = shipped;
      return {
        kind,
        country,
        nameKey,
        areaKey: "",
        ref: refOfLaw(key),
        bodyId: null,
        lawKey: key,
        details: detailsOf(shipped),
      };
    });
  return [...own, ...ofLaw];
}

const keysOfRow = ({ kind, country, nameKey, areaKey }: typeof bodies.$inferSelect) => ({
  kind,
  country,
  nameKey,
  areaKey,
});

/** Judges every row afresh and keeps what is other than before, in one statement. @returns what came of each row */
export async function judgeAgain(ctx: TxCtx, list: BodyImportRow): Promise<Judged[]> {
  await planForMany(ctx);
  const rows = await ctx.db
    .select()
    .from(bodyImportRows)
    .where(and(eq(bodyImportRows.orgId, ctx.orgId), eq(bodyImportRows.importId, list.id)))
    .orderBy(asc(bodyImportRows.row));
  const judged = judgeRows(rows, planOf(list), await listKnown(ctx));
  const kept = new Map(rows.map((row) => [row.row, JSON.stringify(judgementOf(row))]));
  const now = judged.map(({ row, state, messages, known }) =>
    judgementOf({
      row,
      state,
      messages,
      bodyId: known?.bodyId ?? null,
      lawKey: known?.bodyId ? null : (known?.lawKey ?? null),
    }),
  );
  const other = now.filter((one) => kept.get(one.row) !== JSON.stringify(one));
  if (other.length === 0) return judged;
  await ctx.db.execute(
    sql`update app.body_import_rows r
    set state = j.state, messages = j.messages, body_id = j."bodyId", law_key = j."lawKey",
      take = case when j.state = 'changed' then r.take end
    from jsonb_to_recordset(${JSON.stringify(other)}::jsonb)
      as j("row" int, state text, messages jsonb, "bodyId" uuid, "lawKey" text)
    where r.org_id = ${ctx.orgId}::uuid and r.import_id = ${list.id}::uuid and r."row" = j."row"`,
  );
  return judged;
}

type Judgement = Pick<typeof bodyImportRows.$inferSelect, "row" | "state" | "messages" | "bodyId" | "lawKey">;

const judgementOf = ({ row, state, messages, bodyId, lawKey }: Judgement): Judgement => ({
  row,
  state,
  messages: messages.map(({ field, text }) => ({ field, text })),
  bodyId,
  lawKey,
});
