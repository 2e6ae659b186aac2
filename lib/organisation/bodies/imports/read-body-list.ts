import "server-only";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readSheetFile, type SheetRow } from "@/lib/platform/sandbox/sheet-answer";
import { startBodyImport } from "./commands/start-body-import";
import { mostRows } from "./rules";

/**
 * Reads a list of bodies in the confined child, compares it with the directory and keeps the result. The file itself is
 * not kept: it holds public details of offices.
 * @throws AppError invalid at `file`
 */
export async function readBodyList(ctx: Ctx, file: File): Promise<{ id: string }> {
  requirePermission(ctx, "directory.write");
  const refuse = (message: string) => new AppError("invalid", message, { file: message });
  const rows: SheetRow[] = [];
  const ending = await readSheetFile({ size: file.size, open: async () => file.stream() }, async (some) => {
    // A list that is far too long is not collected in memory; its end still comes, and says so.
    if (rows.length <= mostRows + 1) rows.push(...some);
  });
  if (ending.problem && ending.problem !== "too_many_rows")
    throw refuse(t("This is not a table we can read. Save it as CSV or XLSX."));
  const [head, ...below] = rows;
  if (!head || below.length === 0) throw refuse(t("The list has no row below its header."));
  if (ending.problem || below.length > mostRows) throw refuse(t("The list has more than 5,000 rows. Split it."));
  return startBodyImport(ctx, { fileName: file.name || "list.csv", headers: head.cells, rows: below });
}
