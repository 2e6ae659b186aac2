import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findCaseOfUpload, lockUploads, refuseStopped } from "../access";
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
    const [first] = uploads;
    const caseId = first.caseId ?? (await findCaseOfUpload(ctx, first.uploadId));
    const ids = uploads.map(({ uploadId }) => uploadId);
    const { ready, rows } = await lockUploads(ctx, caseId, ids);
    refuseStopped(ready);
    if (rows.some(({ exhibitId }) => exhibitId)) throw new AppError("conflict", t("A file was received before."));
    const items = rows.flatMap((upload, at) => {
      const bytes = uploads[at];
      return bytes ? [{ ...bytes, upload }] : [];
    });
    const [head, ...rest] = await recordExhibits(ctx, ready, items);
    if (!head) throw new Error("A list of uploads is not empty.");
    const recorded = [head, ...rest];
    return { value: recorded.map(({ value }) => value), audit: [head.audit, ...rest.map(({ audit }) => audit)] };
  },
});
