import { t } from "@/lib/platform/language/translate";
import "server-only";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockStamp } from "./access";
import { NoteStampProblem } from "./input";
import { keepTry } from "./keep-try";

/** Records why there is no stamp of an authority, and when it is retried. @throws AppError conflict if there is one */
export const noteStampProblem = command({
  needs: "job.run",
  input: NoteStampProblem,
  async run(ctx, { exhibitId, authority, problem }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    const row = await lockStamp(ctx, exhibit, authority);
    if (row.state === "held") throw new AppError("conflict", t("A stamp of this authority is held already."));
    const state = await keepTry(ctx, row, problem);
    const action = state === "refused" ? "exhibit.stamp_refused" : "exhibit.stamp_waits";
    return {
      value: { state },
      audit: { action, subjectId: exhibitId, caseId: exhibit.caseId, detail: { authority, problem } },
    };
  },
});
