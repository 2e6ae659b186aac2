import "server-only";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { newId } from "@/lib/platform/ids";
import { editBody } from "./edit-body";
import { SaveDocument } from "./input";
import { lockDocument, readBody, requireVersion, saveVersion } from "./scope";

/**
 * Keeps what one person changed as a new version; the one before it stays. Nothing changed keeps nothing.
 * @returns the version that counts now
 * @throws AppError conflict when somebody saved in between (queries.ts, readClash, has both wordings), or the paper is
 * not a draft
 */
export const saveDocument = command({
  needs: "case.write",
  input: SaveDocument,
  async run(ctx, { documentId, expectedVersion, texts, add, remove, note }) {
    const { row, found } = await lockDocument(ctx, documentId, "save");
    requireVersion(row, expectedVersion);
    const { body } = await readBody(ctx, found, row);
    const edited = editBody(body, { texts, add, remove }, () => newId().replaceAll("-", "").slice(-16));
    const same = JSON.stringify(edited) === JSON.stringify(body);
    const version = same ? row.version : await saveVersion(ctx, { row, found }, edited, note);
    await touchCase(ctx, row.caseId);
    return {
      value: {
        id: row.id,
        version,
        added: edited.blocks.find((block) => !body.blocks.some((b) => b.id === block.id))?.id,
      },
      audit: { action: "document.saved", subjectId: row.id, caseId: row.caseId, detail: { version } },
    };
  },
});
