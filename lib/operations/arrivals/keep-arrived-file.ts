import "server-only";
import { arrivals } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findArrival, mine } from "./access";
import { KeepArrivedFile } from "./input";

/**
 * Records that the bytes of a file are here whole, with the hash that the device computed before it waited. A repeated
 * call changes nothing. @throws AppError not_found; conflict if the bytes are not there as announced
 */
export const keepArrivedFile = command({
  needs: "case.write",
  input: KeepArrivedFile,
  async run(ctx, { arrivalId, fileId, sha256, size }) {
    const row = await findArrival(ctx, arrivalId);
    const audit = { action: "arrival.whole" as const, subjectId: arrivalId, detail: { sha256, size } };
    if (row.state !== "coming") return { value: { id: arrivalId }, audit };
    const kept = await (await openFiles(ctx, row.keyId)).stat(fileId);
    if (kept?.size !== size || size !== row.size || sha256 !== row.sha256) {
      throw new AppError("conflict", t("The file is not there as it was announced. Send it again."));
    }
    await ctx.db.update(arrivals).set({ fileId, state: "here" }).where(mine(ctx, arrivalId));
    return { value: { id: arrivalId }, audit };
  },
});
