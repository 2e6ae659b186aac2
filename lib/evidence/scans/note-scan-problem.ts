import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findScanned, lockScan } from "./access";
import { NoteScanProblem } from "./input";
import { keepTry } from "./keep-try";

/** Records why there is no verdict, and when the scan is retried. @throws AppError conflict if there is a verdict */
export const noteScanProblem = command({
  needs: "job.run",
  input: NoteScanProblem,
  async run(ctx, { exhibitId, problem }) {
    const exhibit = await findScanned(ctx, exhibitId);
    const row = await lockScan(ctx, exhibit);
    if (row.state !== "pending") throw new AppError("conflict", t("There is a verdict on this file already."));
    await keepTry(ctx, row, problem);
    return {
      value: { problem },
      audit: { action: "exhibit.scan_waits", subjectId: exhibitId, caseId: exhibit.caseId, detail: { problem } },
    };
  },
});
