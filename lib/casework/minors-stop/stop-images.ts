import "server-only";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { isStopped } from "./access";
import { StopImages } from "./input";
import { setStop } from "./set-stop";

/**
 * From now on no file comes into the case, none is shown and none leaves it (domain reference 0, hard rule). The case
 * is locked, so a file that is on its way is kept before this or refused after it.
 * @throws AppError conflict when a stop stands already
 */
export const stopImages = command({
  needs: "case.write",
  input: StopImages,
  async run(ctx, { caseId, reason }) {
    const row = await lockOpenCase(ctx, caseId);
    if (await isStopped(ctx, row.id)) throw new AppError("conflict", "This case is stopped already.");
    const id = await setStop(ctx, row, reason);
    await touchCase(ctx, row.id);
    return { value: { id }, audit: { action: "images.stopped", subjectId: id, caseId, detail: { by: "person" } } };
  },
});
