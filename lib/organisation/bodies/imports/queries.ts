import "server-only";
import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { bodyImportRows, bodyImports } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { differencesOf, refOfLaw } from "@/lib/organisation/bodies/rules";
import type { BodyKind } from "@/lib/organisation/bodies/types";
import { bodyKinds } from "@/lib/organisation/bodies/types";
import { namesOf } from "@/lib/organisation/members/names-of";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { type Paged, sliceOf } from "@/lib/platform/paging";
import { writeCsv } from "@/lib/platform/sheets/sheet";
import { type BodyImportRow, findBodyImport, listKnown, planOf } from "./access";
import { judgeRows, templateHeaders, undoMs } from "./rules";
import type { Counts, Difference, ImportLine, ImportView, ListField, RowState, RowView } from "./types";

/** The lists of the organisation, the newest first. At most 50. */
export const listBodyImports = query("directory.write", async (ctx): Promise<ImportLine[]> => {
  const rows = await ctx.db
    .select()
    .from(bodyImports)
    .where(eq(bodyImports.orgId, ctx.orgId))
    .orderBy(desc(bodyImports.number))
    .limit(50);
  const counts = await ctx.db
    .select({ importId: bodyImportRows.importId, n: count() })
    .from(bodyImportRows)
    .where(
      and(
        eq(bodyImportRows.orgId, ctx.orgId),
        inArray(
          bodyImportRows.importId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .groupBy(bodyImportRows.importId);
  const names = await namesOf(
    ctx,
    rows.map(({ startedBy }) => startedBy),
  );
  const rowsOf = new Map(counts.map(({ importId, n }) => [importId, n]));
  return rows.map((row) => lineOf(row, rowsOf.get(row.id) ?? 0, names));
});

const lineOf = (row: BodyImportRow, rows: number, names: ReadonlyMap<string, string>): ImportLine => ({
  id: row.id,
  number: row.number,
  fileName: row.fileName,
  state: row.state,
  startedAt: row.startedAt,
  startedBy: names.get(row.startedBy) ?? t("A former colleague"),
  rows,
});

/** One list with its columns and counts. @throws AppError not_found */
export const readBodyImport = query("directory.write", async (ctx, importId: string): Promise<ImportView> => {
  const row = await findBodyImport(ctx, importId);
  const counts = await countRows(ctx, row.id);
  const names = await namesOf(ctx, [row.startedBy]);
  const until = row.finishedAt && row.state === "done" ? new Date(row.finishedAt.getTime() + undoMs) : null;
  return {
    ...lineOf(row, counts.rows, names),
    headers: row.headers,
    columns: row.columns as (ListField | null)[],
    fixed: row.fixed,
    samples: await samplesOf(ctx, row),
    counts,
    finishedAt: row.finishedAt,
    undoUntil: until && until > ctx.now ? until : null,
  };
});

async function countRows(ctx: TxCtx, importId: string): Promise<Counts> {
  const counts: Counts = {
    rows: 0,
    undecided: 0,
    new: 0,
    changed: 0,
    same: 0,
    bad: 0,
    added: 0,
    updated: 0,
    left_out: 0,
  };
  const found = await ctx.db
    .select({
      state: bodyImportRows.state,
      n: count(),
      undecided: sql<number>`count(*) filter (where ${bodyImportRows.take} is null)`.mapWith(Number),
    })
    .from(bodyImportRows)
    .where(and(eq(bodyImportRows.orgId, ctx.orgId), eq(bodyImportRows.importId, importId)))
    .groupBy(bodyImportRows.state);
  for (const { state, n, undecided } of found) {
    counts[state] = n;
    counts.rows += n;
    if (state === "changed") counts.undecided = undecided;
  }
  return counts;
}

async function samplesOf(ctx: TxCtx, list: BodyImportRow): Promise<string[]> {
  const rows = await ctx.db
    .select({ cells: bodyImportRows.cells })
    .from(bodyImportRows)
    .where(and(eq(bodyImportRows.orgId, ctx.orgId), eq(bodyImportRows.importId, list.id)))
    .orderBy(asc(bodyImportRows.row))
    .limit(5);
  return list.headers.map((_, at) => rows.map(({ cells }) => cells[at] ?? "").find(Boolean) ?? "");
}

type Asked = { state?: RowState | undefined; page: number };

/** Rows of a list, with what is wrong with them or how they differ. */
export const listBodyRows = query(
  "directory.write",
  async (ctx, importId: string, { state, page }: Asked): Promise<Paged<RowView>> => {
    const list = await findBodyImport(ctx, importId);
    const where = and(
      eq(bodyImportRows.orgId, ctx.orgId),
      eq(bodyImportRows.importId, list.id),
      state ? eq(bodyImportRows.state, state) : undefined,
    );
    const total = await ctx.db.$count(bodyImportRows, where);
    const slice = sliceOf(page, total);
    const rows = await ctx.db
      .select()
      .from(bodyImportRows)
      .where(where)
      .orderBy(asc(bodyImportRows.row))
      .limit(slice.limit)
      .offset(slice.offset);
    return { rows: await viewsOf(ctx, list, rows), page: slice.page, total };
  },
);

/** One row, for correcting it. @throws AppError not_found */
export const readBodyRow = query("directory.write", async (ctx, importId: string, row: number) => {
  const list = await findBodyImport(ctx, importId);
  const [found] = await ctx.db
    .select()
    .from(bodyImportRows)
    .where(and(eq(bodyImportRows.orgId, ctx.orgId), eq(bodyImportRows.importId, list.id), eq(bodyImportRows.row, row)));
  const [view] = found ? await viewsOf(ctx, list, [found]) : [];
  if (!view || list.state !== "checked") throw new AppError("not_found", t("No such row."));
  return { view, headers: list.headers, columns: list.columns as (ListField | null)[] };
});

async function viewsOf(
  ctx: TxCtx,
  list: BodyImportRow,
  rows: readonly (typeof bodyImportRows.$inferSelect)[],
): Promise<RowView[]> {
  const known = list.state === "checked" && rows.some(({ state }) => state === "changed") ? await listKnown(ctx) : [];
  const judged = new Map(judgeRows(rows, planOf(list), known).map((row) => [row.row, row]));
  return rows.map(({ row, state, cells, messages, take, bodyId, lawKey }) => {
    const read = judged.get(row);
    const cellOf = (field: ListField) => cells[list.columns.indexOf(field)] ?? list.fixed[field] ?? "";
    const kind = read?.details?.kind ?? null;
    return {
      row,
      state,
      cells,
      messages,
      take,
      name: read?.details?.name ?? cellOf("name"),
      kind: bodyKinds.find((one): one is BodyKind => one === kind) ?? null,
      area: read?.details?.area ?? (cellOf("area") || null),
      differences: state === "changed" ? differencesIn(read) : [],
      ref: bodyId ?? (lawKey ? refOfLaw(lawKey) : null),
    };
  });
}

function differencesIn(read: ReturnType<typeof judgeRows>[number] | undefined): Difference[] {
  const differs = read?.known && read.details ? differencesOf(read.known.details, read.details) : null;
  return (differs?.fields ?? []).map((field) => ({
    field,
    was: differs?.was[field] ?? null,
    became: differs?.became[field] ?? null,
  }));
}

/** A CSV with the header that an import understands, and a row that shows how it is filled in. */
export const makeTemplate = query("directory.write", async (): Promise<string> => {
  const example = [
    "police_station",
    "ZA",
    "Voorbeeld",
    "Western Cape",
    "021 000 0100",
    "desk@station.example",
    "1 Voorbeeld Street, Voorbeeld",
    "Day and night",
    "Afrikaans, English",
    "Takes statements",
    "https://stations.example/voorbeeld",
    "2026-11-20",
    "V2",
  ];
  return writeCsv([templateHeaders(), example]);
});
