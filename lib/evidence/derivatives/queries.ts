import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { cases, derivatives, exhibits } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { OpenedFile } from "@/lib/platform/storage/storage";
import { derivativeView } from "./access";
import type { DerivativeView } from "./types";

/** What was made from an exhibit, by kind, page and version. @throws AppError not_found */
export const listDerivatives = query("case.read", async (ctx, exhibitId: string): Promise<DerivativeView[]> => {
  const keyId = await keyOfExhibit(ctx, exhibitId);
  const rows = await ctx.db
    .select()
    .from(derivatives)
    .where(eq(derivatives.exhibitId, exhibitId))
    .orderBy(asc(derivatives.kind), asc(derivatives.page), asc(derivatives.version));
  const vault = await openVault(ctx, keyId);
  return rows.map((row) => derivativeView(row, vault));
});

/** One derivative with the key of its file. @throws AppError not_found */
export const readDerivative = query(
  "case.read",
  async (ctx, derivativeId: string): Promise<DerivativeView & { keyId: string }> => {
    if (isId(derivativeId)) {
      const [row] = await ctx.db
        .select({ row: getTableColumns(derivatives), keyId: cases.keyId })
        .from(derivatives)
        .innerJoin(cases, eq(cases.id, derivatives.caseId))
        .where(and(visibleCases(ctx), eq(derivatives.id, derivativeId)));
      if (row) return { ...derivativeView(row.row, await openVault(ctx, row.keyId)), keyId: row.keyId };
    }
    throw new AppError("not_found", t("No such file."));
  },
);

export type OpenedDerivative = { derivative: DerivativeView; file: OpenedFile };

/** A derivative and its plain bytes. @throws AppError not_found; StorageError not_found | broken | away */
export async function openDerivative(ctx: Ctx | TxCtx, derivativeId: string): Promise<OpenedDerivative> {
  const { keyId, ...derivative } = await readDerivative(ctx, derivativeId);
  const files = await openFiles(ctx, keyId);
  return { derivative, file: await files.open(derivative.fileId) };
}

async function keyOfExhibit(ctx: TxCtx, exhibitId: string): Promise<string> {
  if (isId(exhibitId)) {
    const [row] = await ctx.db
      .select({ keyId: cases.keyId })
      .from(exhibits)
      .innerJoin(cases, eq(cases.id, exhibits.caseId))
      .where(and(visibleCases(ctx), eq(exhibits.id, exhibitId)));
    if (row) return row.keyId;
  }
  throw new AppError("not_found", t("No such exhibit."));
}
