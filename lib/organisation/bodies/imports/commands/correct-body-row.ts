import "server-only";
import { and, eq } from "drizzle-orm";
import { bodyImportRows } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { judgeAgain, lockChecked } from "../access";
import { CorrectBodyRow } from "../input";

/** Corrects a row by hand and checks the list again. @returns what is still wrong, by column. @throws AppError not_found; conflict */
export const correctBodyRow = command({
  needs: "directory.write",
  input: CorrectBodyRow,
  async run(ctx, { importId, row, cells }) {
    const list = await lockChecked(ctx, importId);
    const [corrected] = await ctx.db
      .update(bodyImportRows)
      .set({ cells })
      .where(
        and(eq(bodyImportRows.orgId, ctx.orgId), eq(bodyImportRows.importId, list.id), eq(bodyImportRows.row, row)),
      )
      .returning({ id: bodyImportRows.id });
    if (!corrected) throw new AppError("not_found", t("No such row."));
    const judged = (await judgeAgain(ctx, list)).find((one) => one.row === row);
    const left = (judged?.messages ?? []).map(({ field, text }) => ({ at: list.columns.indexOf(field), text }));
    const detail = { row, state: judged?.state ?? "bad" };
    return { value: { left }, audit: { action: "body_import.row_corrected", subjectId: list.id, detail } };
  },
});
