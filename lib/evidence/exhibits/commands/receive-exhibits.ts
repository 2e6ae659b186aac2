import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findCaseOfUpload, findUploadRows, lockForFiles, refuseStopped } from "../access";
import { ReceiveExhibits } from "../input";
import { recordExhibits } from "../record-exhibits";

/**
 * What receiveExhibit does, for several new uploads of one case: their labels follow each other in the order given.
 * @throws AppError not_found; conflict if bytes are not there or one was received before: nothing is recorded then
 */
export const receiveExhibits = command({
  needs: "case.write",
  input: ReceiveExhibits,
  forPairing: true,
  async run(ctx, { uploads }) {
    const [{ uploadId: first }] = uploads;
    const caseId = await findCaseOfUpload(ctx, first);
    const locked = await lockForFiles(ctx, caseId);
    refuseStopped(locked);
    const rows = await findUploadRows(ctx, { ids: uploads.map(({ uploadId }) => uploadId), caseId });
    if (rows.some(({ exhibitId }) => exhibitId)) throw new AppError("conflict", t("A file was received before."));
    const items = rows.flatMap((upload, at) => {
      const bytes = uploads[at];
      return bytes ? [{ ...bytes, upload }] : [];
    });
    const [head, ...rest] = await recordExhibits(ctx, { caseId, keyId: locked.keyId }, items);
    if (!head) throw new Error("A list of uploads is not empty.");
    const recorded = [head, ...rest];
    return { value: recorded.map(({ value }) => value), audit: [head.audit, ...rest.map(({ audit }) => audit)] };
  },
});
