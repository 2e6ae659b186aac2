import { t } from "@/lib/platform/language/translate";
import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readSheetFile, type SheetRow } from "@/lib/platform/sandbox/sheet-answer";
import type { ImportRow } from "./access";
import { noteRows } from "./commands/note-rows";

/** Has the confined child process parse the file, and stores each batch in its own transaction. */
export async function readList(ctx: Ctx, list: ImportRow): Promise<void> {
  const { id: importId, keyId, fileId, size } = list;
  if (!fileId) return;
  const files = await openFiles(ctx, keyId);
  let headed = false;
  const ending = await readSheetFile({ size, open: async () => (await files.open(fileId)).stream }, async (rows) => {
    const [head] = rows;
    const isFirst = !headed && head !== undefined;
    headed = true;
    await noteRows(ctx, {
      importId,
      rows: isFirst ? rows.slice(1) : rows,
      ...(isFirst ? { headers: headersOf(head) } : {}),
    });
  });
  await noteRows(ctx, { importId, rows: [], ending });
}

/** A column without a header is known by its letter, as in a spreadsheet. */
function headersOf({ cells }: SheetRow): string[] {
  const letter = (at: number): string =>
    (at >= 26 ? letter(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));
  return cells.map((cell, at) => cell || t("Column {at}", { at: letter(at) }));
}
