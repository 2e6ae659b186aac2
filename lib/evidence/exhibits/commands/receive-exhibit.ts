import "server-only";
import { command } from "@/lib/kernel/access/command";
import { findCaseOfUpload, findUploadRow, lockForFiles, refuseStopped } from "../access";
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
    const caseId = await findCaseOfUpload(ctx, uploadId);
    const locked = await lockForFiles(ctx, caseId);
    // Again, since another may have received it until the case was locked.
    const upload = await findUploadRow(ctx, { id: uploadId, caseId });
    if (upload.exhibitId) {
      const value = await receiptOf(ctx, upload.exhibitId);
      return { value, audit: { action: "upload.repeated", subjectId: upload.exhibitId, caseId, detail: {} } };
    }
    refuseStopped(locked);
    const [recorded] = await recordExhibits(ctx, { caseId, keyId: locked.keyId }, [{ ...input, upload }]);
    if (!recorded) throw new Error("An exhibit that was recorded has a receipt.");
    return recorded;
  },
});
