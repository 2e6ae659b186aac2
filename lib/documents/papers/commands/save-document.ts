import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockDocument, readBody, requireVersion } from "../access";
import { editBody } from "../edit-body";
import { SaveDocument } from "../input";
import { wordsOf } from "../rules";
import { saveVersion } from "../save-version";
import type { DocumentBody } from "../types";

/** The characters of what people may write into one paper, about 130 printed pages; tables of the record are not theirs. */
const longestPaper = 400_000;

/**
 * Saves one person's changes as a new version; the previous one is kept. Without changes nothing is saved.
 * @returns the current version
 * @throws AppError invalid if it becomes too long; conflict if somebody saved in between (queries.ts, readClash, has
 * both versions), or the document is not a draft
 */
export const saveDocument = command({
  needs: "document.write",
  input: SaveDocument,
  async run(ctx, { documentId, expectedVersion, texts, add, remove, note }) {
    const { row, found } = await lockDocument(ctx, documentId, "save");
    requireVersion(row, expectedVersion);
    const { body } = await readBody(ctx, found, row);
    const edited = editBody(body, { texts, add, remove }, () => newId().replaceAll("-", "").slice(-16));
    refuseEndless(body, edited);
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

/** A longer one would delay printing. One that is already longer may still be corrected and shortened. */
function refuseEndless(before: DocumentBody, after: DocumentBody): void {
  const was = written(before);
  const is = written(after);
  if (is > longestPaper && is > was) throw new AppError("invalid", t("This document is too long. Draft a second one."));
}

const written = ({ blocks }: DocumentBody): number =>
  blocks.reduce((sum, block) => sum + (wordsOf(block)?.length ?? 0), 0);
