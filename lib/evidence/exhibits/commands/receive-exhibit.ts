import "server-only";
import { command } from "@/lib/kernel/access/command";
import { findCaseOfUpload, lockUploads, refuseStopped } from "../access";
import { ReceiveExhibit } from "../input";
import { receiptOf } from "../receipt-of";
import { recordExhibits } from "../record-exhibits";

/**
 * Creates an exhibit from an upload whose bytes are in the storage: label, row, ledger. A repeated call returns the
 * exhibit created the first time. @throws AppError not_found, and conflict if the bytes are not there
 */
export const receiveExhibit = command({
  needs: "case.write",
  input: ReceiveExhibit,
  forPairing: true,
  async run(ctx, input) {
    const { uploadId } = input;
    const caseId = input.caseId ?? (await findCaseOfUpload(ctx, uploadId));
    // As it is once the case is locked: another may have received it until then.
    const { ready, rows } = await lockUploads(ctx, caseId, [uploadId]);
    const [upload] = rows;
    if (!upload) throw new Error("An upload that was found has a row.");
    if (upload.exhibitId) {
      const value = await receiptOf(ctx, upload.exhibitId);
      return { value, audit: { action: "upload.repeated", subjectId: upload.exhibitId, caseId, detail: {} } };
    }
    refuseStopped(ready);
    const [recorded] = await recordExhibits(ctx, ready, [{ ...input, upload }]);
    if (!recorded) throw new Error("An exhibit that was recorded has a receipt.");
    return recorded;
  },
});
