import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import type { Sealed } from "@/db/columns";
import { imports } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { Head, Mapping, RowMessage } from "./types";

export type ImportRow = typeof imports.$inferSelect;

const importPlace = (column: "file_name" | "head" | "mapping", row: string) => ({ table: "imports", column, row });

const rowPlace = (column: "cells" | "said", row: string) => ({ table: "import_rows", column, row });

/** The import, when this person may see it. @throws AppError not_found */
export async function findImport(ctx: TxCtx, importId: string): Promise<ImportRow> {
  if (isId(importId)) {
    const [row] = await ctx.db
      .select()
      .from(imports)
      .where(and(eq(imports.orgId, ctx.orgId), eq(imports.id, importId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such list."));
}

/** As findImport, and locks the import until this transaction ends. @throws AppError not_found */
export async function lockImport(ctx: TxCtx, importId: string): Promise<ImportRow> {
  const { id } = await findImport(ctx, importId);
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id)).for("update");
  if (!row) throw new AppError("not_found", t("No such list."));
  return row;
}

export type ImportSeals = ReturnType<typeof importSeals>;

export function importSeals(vault: Vault, id: string) {
  const json = (place: ReturnType<typeof importPlace>, value: unknown) => vault.seal(place, JSON.stringify(value));
  const parsed = <T>(place: ReturnType<typeof importPlace>, value: Sealed | null): T | null =>
    value === null ? null : (JSON.parse(vault.open(place, value)) as T);
  return {
    mark: (purpose: string, text: string) => vault.mark(purpose, text),
    fileName: (name: string) => vault.seal(importPlace("file_name", id), name),
    openFileName: (name: Sealed) => vault.open(importPlace("file_name", id), name),
    head: (head: Head) => json(importPlace("head", id), head),
    openHead: (head: Sealed | null) => parsed<Head>(importPlace("head", id), head),
    mapping: (mapping: Mapping) => json(importPlace("mapping", id), mapping),
    openMapping: (mapping: Sealed | null) => parsed<Mapping>(importPlace("mapping", id), mapping),
    cells: (rowId: string, cells: readonly string[]) => vault.seal(rowPlace("cells", rowId), JSON.stringify(cells)),
    openCells: (rowId: string, cells: Sealed | null): string[] =>
      cells === null ? [] : (JSON.parse(vault.open(rowPlace("cells", rowId), cells)) as string[]),
    sealMessages: (rowId: string, messages: readonly RowMessage[]): Sealed | null =>
      messages.length === 0 ? null : vault.seal(rowPlace("said", rowId), JSON.stringify(messages)),
    openMessages: (rowId: string, sealedMessages: Sealed | null): RowMessage[] =>
      sealedMessages === null ? [] : (JSON.parse(vault.open(rowPlace("said", rowId), sealedMessages)) as RowMessage[]),
  };
}

/** @throws AppError conflict when the import is not in one of these states */
export function requireState(row: ImportRow, states: readonly ImportRow["state"][], message: string): void {
  if (!states.includes(row.state)) throw new AppError("conflict", message);
}
