import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { lockDocument } from "../access";
import { WithdrawDocument } from "../input";
import { setDocument } from "../set-document";

/** Withdraws a document. Its versions remain readable. @throws AppError conflict if it was already withdrawn */
export const withdrawDocument = command({
  needs: "document.write",
  input: WithdrawDocument,
  async run(ctx, { documentId, reason }) {
    const { row } = await lockDocument(ctx, documentId, "withdraw");
    await setDocument(ctx, row.id, { state: "withdrawn" });
    await touchCase(ctx, row.caseId);
    return {
      value: { id: row.id },
      audit: { action: "document.withdrawn", subjectId: row.id, caseId: row.caseId, detail: { reason } },
    };
  },
});
