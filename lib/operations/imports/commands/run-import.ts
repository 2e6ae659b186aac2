import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { imports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { lockImport, requireState } from "../access";
import { RunImport } from "../input";
import { openImport } from "../open-import";

/**
 * Turns the valid rows into cases, opened by the acting person; continues after a stop.
 * @throws AppError conflict while it is running, or with nothing to import
 */
export const runImport = command({
  needs: "case.import",
  input: RunImport,
  async run(ctx, { importId, twins, why }) {
    const runBy = ctx.actor.memberId;
    if (!runBy) throw new AppError("forbidden", t("A person runs an import."));
    const row = await lockImport(ctx, importId);
    requireState(row, ["checked", "stopped"], t("This list cannot be run now. Check its rows first."));
    if (row.good + row.twins === 0) throw new AppError("conflict", t("No row is ready. Correct some first."));
    const seals = await openImport(ctx, row);
    const mapping = seals.openMapping(row.mapping);
    const told = mapping ? { mapping: seals.mapping({ ...mapping, twinsWhy: why }) } : {};
    await ctx.db
      .update(imports)
      .set({ ...told, state: "running", runBy, twinsToo: twins === "import", finishedAt: null })
      .where(eq(imports.id, importId));
    await enqueue(ctx, "import.work", { importId });
    const detail = { good: row.good, twins: row.twins, twinsToo: twins === "import" };
    return { value: null, audit: { action: "import.run", subjectId: importId, detail } };
  },
});
