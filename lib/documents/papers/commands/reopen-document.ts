import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { lockDocument, readBody } from "../access";
import { ReopenDocument } from "../input";
import { saveVersion } from "../save-version";
import { setDocument } from "../set-document";

/** Makes a final document a draft again, as a new version. @throws AppError conflict once it was sworn or sent */
export const reopenDocument = command({
  needs: "document.write",
  input: ReopenDocument,
  async run(ctx, { documentId }) {
    const { row, found } = await lockDocument(ctx, documentId, "reopen");
    const { body } = await readBody(ctx, found, row);
    const version = await saveVersion(ctx, { row, found }, body, "Reopened");
    await setDocument(ctx, row.id, { state: "draft", finalOn: null });
    await touchCase(ctx, row.caseId);
    return {
      value: { id: row.id, version },
      audit: { action: "document.reopened", subjectId: row.id, caseId: row.caseId, detail: { version } },
    };
  },
});
