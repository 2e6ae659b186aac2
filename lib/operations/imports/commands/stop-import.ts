import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { imports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { lockImport, requireState } from "../access";
import { countRows } from "../count-rows";
import { OneImport } from "../input";

/**
 * Stops an import between two rows: finished cases stay, the rest waits and can be continued.
 * @throws AppError conflict if it is not running
 */
export const stopImport = command({
  needs: "case.import",
  input: OneImport,
  async run(ctx, { importId }) {
    const row = await lockImport(ctx, importId);
    requireState(row, ["running"], t("This import does not run."));
    const counts = await countRows(ctx, importId);
    await ctx.db
      .update(imports)
      .set({ ...counts, state: "stopped" })
      .where(eq(imports.id, importId));
    const { imported } = counts;
    return { value: null, audit: { action: "import.stopped", subjectId: importId, detail: { imported } } };
  },
});
