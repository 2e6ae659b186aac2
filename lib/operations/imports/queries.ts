import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { auditEntries, cases, importMappings, importRows, imports, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { findImport, type ImportRow, importSeals } from "./access";
import { openImport } from "./open-import";
import type { ImportDetail, ImportView, KeptMapping, RowPage, RowState, RowView } from "./types";

const pageSize = 50;

/** The newest lists that were brought in, fifty at most. */
export const listImports = query("case.import", async (ctx): Promise<ImportView[]> => {
  const rows = await ctx.db
    .select({ list: imports, by: members.name })
    .from(imports)
    .innerJoin(members, and(eq(members.orgId, imports.orgId), eq(members.id, imports.startedBy)))
    .where(eq(imports.orgId, ctx.orgId))
    .orderBy(desc(imports.number))
    .limit(pageSize);
  const views: ImportView[] = [];
  for (const { list, by } of rows) views.push(await viewOf(ctx, list, by));
  return views;
});

async function viewOf(ctx: TxCtx, list: ImportRow, by: string): Promise<ImportView> {
  const seals = importSeals(await openVault(ctx, list.keyId), list.id);
  const { id, number, format, state, problem, startedAt, finishedAt, twinsToo } = list;
  const { rows, good, bad, twins, imported, leftOut, failed } = list;
  return {
    id,
    number,
    format,
    state,
    startedAt,
    finishedAt,
    twinsToo,
    startedBy: by,
    rows,
    good,
    bad,
    twins,
    imported,
    leftOut,
    failed,
    fileName: seals.openFileName(list.fileName),
    problem: problem as ImportView["problem"],
  };
}

/** One list with what is known about its columns. @throws AppError not_found */
export const readImport = query("case.import", async (ctx, importId: string): Promise<ImportDetail> => {
  const list = await findImport(ctx, importId);
  const [by] = await ctx.db.select({ name: members.name }).from(members).where(eq(members.id, list.startedBy));
  const seals = await openImport(ctx, list);
  const [same] = await ctx.db
    .select({ number: imports.number })
    .from(imports)
    .where(and(eq(imports.orgId, ctx.orgId), eq(imports.sha256, list.sha256), lt(imports.number, list.number)))
    .orderBy(desc(imports.number))
    .limit(1);
  return {
    view: await viewOf(ctx, list, by?.name ?? t("Not known")),
    head: seals.openHead(list.head),
    mapping: seals.openMapping(list.mapping),
    sameAs: same?.number ?? null,
  };
});

type Asked = { states: readonly RowState[]; after?: number };

/** Rows in these states, fifty at a time, in the order of the file. @throws AppError not_found */
export const listRows = query("case.import", async (ctx, importId: string, asked: Asked): Promise<RowPage> => {
  const list = await findImport(ctx, importId);
  const read = await selectRows(ctx)
    .where(
      and(
        eq(importRows.importId, list.id),
        inArray(importRows.state, [...asked.states]),
        gt(importRows.row, asked.after ?? 0),
      ),
    )
    .orderBy(asc(importRows.row))
    .limit(pageSize + 1);
  const seals = await openImport(ctx, list);
  const rows = read.slice(0, pageSize).map((row) => rowView(seals, row));
  return { rows, after: read.length > pageSize ? rows.at(-1)?.row : undefined };
});

/** One row. @throws AppError not_found */
export const readRow = query("case.import", async (ctx, importId: string, row: number): Promise<RowView> => {
  const list = await findImport(ctx, importId);
  const [found] = await selectRows(ctx).where(and(eq(importRows.importId, list.id), eq(importRows.row, row)));
  if (!found) throw new AppError("not_found", t("No such row."));
  return rowView(await openImport(ctx, list), found);
});

function selectRows(ctx: TxCtx) {
  return ctx.db
    .select({ row: importRows, code: cases.code })
    .from(importRows)
    .leftJoin(cases, and(eq(cases.orgId, importRows.orgId), eq(cases.id, importRows.caseId)))
    .$dynamic();
}

function rowView(
  seals: Awaited<ReturnType<typeof openImport>>,
  { row, code }: { row: typeof importRows.$inferSelect; code: string | null },
): RowView {
  const { state, decision, caseId } = row;
  return {
    row: row.row,
    state,
    decision,
    caseId,
    caseCode: code,
    messages: seals.openMessages(row.id, row.said),
    cells: seals.openCells(row.id, row.cells),
  };
}

/** Saved mappings, by name. */
export const listMappings = query("case.import", async (ctx) => {
  const rows = await ctx.db
    .select({ id: importMappings.id, name: importMappings.name, mapping: importMappings.mapping })
    .from(importMappings)
    .where(eq(importMappings.orgId, ctx.orgId))
    .orderBy(asc(importMappings.name));
  return rows.map((row) => ({ ...row, mapping: row.mapping as unknown as KeptMapping }));
});

/** Which list and row a case came from, and when; null for one that was opened by hand. */
export const readOrigin = query("case.read", async (ctx, caseId: string) => {
  const [row] = await ctx.db
    .select({ at: auditEntries.at, detail: auditEntries.detail })
    .from(auditEntries)
    .where(
      and(eq(auditEntries.orgId, ctx.orgId), eq(auditEntries.caseId, caseId), eq(auditEntries.action, "case.imported")),
    )
    .limit(1);
  return row ? { at: row.at, list: Number(row.detail.list), row: Number(row.detail.row) } : null;
});

/** Members who can own a case, by e-mail, as lists refer to them. */
export const listOwnerMails = query("case.import", (ctx) =>
  ctx.db
    .select({ email: members.email, name: members.name })
    .from(members)
    .where(
      and(eq(members.orgId, ctx.orgId), isNull(members.removedAt), inArray(members.role, ["caseworker", "supervisor"])),
    )
    .orderBy(asc(members.name)),
);

const monthMs = 30 * 86_400_000;

/** Lists a month old that still have their rows. */
export const listOld = query("job.run", (ctx) =>
  ctx.db
    .select({ id: imports.id, keyId: imports.keyId, fileId: imports.fileId })
    .from(imports)
    .where(
      and(
        eq(imports.orgId, ctx.orgId),
        isNotNull(imports.fileId),
        inArray(imports.state, ["mapping", "checked", "stopped", "done", "failed"]),
        lt(imports.startedAt, new Date(ctx.now.getTime() - monthMs)),
      ),
    ),
);
