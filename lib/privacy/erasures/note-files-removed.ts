import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockErasure } from "./access";
import { NoteFilesRemoved } from "./input";

/** The job's last part: no stored file of the erased record is left. @throws AppError conflict when nothing was erased */
export const noteFilesRemoved = command({
  needs: "job.run",
  input: NoteFilesRemoved,
  async run(ctx, { requestId, files }) {
    const row = await lockErasure(ctx, requestId);
    if (row.state !== "erased") throw new AppError("conflict", t("Nothing was erased, or it is done."));
    await ctx.db
      .update(erasureRequests)
      .set({ state: "done", doneAt: ctx.now })
      .where(eq(erasureRequests.id, requestId));
    const caseId = row.of === "case" ? row.erasedId : undefined;
    return { value: null, audit: { action: "erasure.files_removed", subjectId: requestId, caseId, detail: { files } } };
  },
});
