import { t } from "@/lib/platform/language/translate";
import "server-only";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { isStopped } from "./access";
import { StopImages } from "./input";
import { setStop } from "./set-stop";

/**
 * From now on the case accepts no file, shows none and releases none (domain reference 0, hard rule). The case is
 * locked, so a file in transit is either stored before this or rejected after it.
 * @throws AppError conflict if a stop is already in force
 */
export const stopImages = command({
  needs: "case.write",
  input: StopImages,
  async run(ctx, { caseId, reason }) {
    const row = await lockOpenCase(ctx, caseId);
    if (await isStopped(ctx, row.id)) throw new AppError("conflict", t("This case is stopped already."));
    const id = await setStop(ctx, row, reason);
    await touchCase(ctx, row.id);
    return { value: { id }, audit: { action: "images.stopped", subjectId: id, caseId, detail: { by: "person" } } };
  },
});
