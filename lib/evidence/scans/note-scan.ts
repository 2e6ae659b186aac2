import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { scans } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findScanned, lockScan } from "./access";
import { NoteScan } from "./input";
import { isOlderList } from "./rules";

/**
 * Stores a verdict, once; newer signatures may find a virus in a file that was called clean, never the reverse. An
 * earlier release of the file ends. @throws AppError conflict
 */
export const noteScan = command({
  needs: "job.run",
  input: NoteScan,
  async run(ctx, { exhibitId, virus, engine }) {
    const exhibit = await findScanned(ctx, exhibitId);
    const { id, state, tries, engine: before } = await lockScan(ctx, exhibit);
    const foundLater = state === "clean" && virus !== null && isOlderList(before, engine);
    if (state !== "pending" && !foundLater)
      throw new AppError("conflict", t("There is a verdict on this file already."));
    const verdict = virus === null ? "clean" : "virus";
    await ctx.db
      .update(scans)
      .set({ state: verdict, virus, engine, problem: null, tries: tries + 1, lastTriedAt: ctx.now, scannedAt: ctx.now })
      .where(and(eq(scans.orgId, ctx.orgId), eq(scans.id, id)));
    const about = { subjectId: exhibitId, caseId: exhibit.caseId };
    return {
      value: { state: verdict },
      audit:
        virus === null
          ? { action: "exhibit.scanned", ...about, detail: { engine } }
          : { action: "exhibit.virus_found", ...about, detail: { engine, virus } },
    };
  },
});
