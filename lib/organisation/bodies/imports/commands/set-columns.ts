import "server-only";
import { and, eq } from "drizzle-orm";
import { bodyImports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { judgeAgain, lockChecked } from "../access";
import { SetColumns } from "../input";

/** Sets what each column means and what counts where none has it, and checks every row again. @throws AppError conflict */
export const setColumns = command({
  needs: "directory.write",
  input: SetColumns,
  async run(ctx, { importId, columns, fixed }) {
    const list = await lockChecked(ctx, importId);
    if (columns.length !== list.headers.length) {
      throw new AppError("invalid", t("The columns are not those of the file. Reload the page."));
    }
    await ctx.db
      .update(bodyImports)
      .set({ columns, fixed })
      .where(and(eq(bodyImports.orgId, ctx.orgId), eq(bodyImports.id, list.id)));
    await judgeAgain(ctx, { ...list, columns, fixed });
    const detail = { columns: columns.filter(Boolean).length };
    return { value: { id: list.id }, audit: { action: "body_import.mapped", subjectId: list.id, detail } };
  },
});
