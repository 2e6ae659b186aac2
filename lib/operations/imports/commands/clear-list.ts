import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { lockImport, requireState } from "../access";
import { OneImport } from "../input";

/**
 * Removes the contents of a list: its file is no longer referenced, its rows lose their cells. Which case came from
 * which row is kept.
 * @throws AppError conflict while it is running
 */
export const clearList = command({
  needs: "job.run",
  input: OneImport,
  async run(ctx, { importId }) {
    const row = await lockImport(ctx, importId);
    requireState(row, ["mapping", "checked", "stopped", "done", "failed"], t("This list is being processed."));
    await ctx.db
      .update(importRows)
      .set({ cells: null, said: null, clientMark: null, codeMark: null, numberMark: null })
      .where(eq(importRows.importId, importId));
    await ctx.db
      .update(imports)
      .set({ fileId: null, head: null, state: row.state === "failed" ? "failed" : "done", finishedAt: ctx.now })
      .where(eq(imports.id, importId));
    return { value: null, audit: { action: "import.cleared", subjectId: importId, detail: {} } };
  },
});
