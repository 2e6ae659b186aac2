import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { lockDocument, readBody, requireTemplate, requireVersion } from "../access";
import { FinaliseDocument } from "../input";
import { missingAuthority } from "../missing-authority";
import { blockName, bracketsIn, gapsOf } from "../rules";
import { setDocument } from "../set-document";
import { voiceGaps } from "../voice/rules";

/**
 * Locks the text of a document. Rejected while a required field is empty, while a blank in brackets would be printed, or while a paper in the deponent's mouth still
 * speaks of the deponent as of somebody else, with the list of both; and while it is signed for the client without the
 * client's written authority on file.
 * @throws AppError invalid with one entry for each incomplete block, conflict otherwise
 */
export const finaliseDocument = command({
  needs: "document.write",
  input: FinaliseDocument,
  async run(ctx, { documentId, expectedVersion }) {
    const { row, found } = await lockDocument(ctx, documentId, "finalise");
    requireVersion(row, expectedVersion);
    const law = await readLaw(ctx);
    const on = civilDate(ctx.now, findPlaybook(found.pair, found.playbookVersion, law)?.home.zone ?? "UTC");
    const { body } = await readBody(ctx, found, row);
    const template = requireTemplate(law, row.template);
    const missed = gapsOf(body).filter((gap) => gap.must);
    const brackets = bracketsIn(body).filter(({ blockId }) => !missed.some((gap) => gap.blockId === blockId));
    const empty = [...missed, ...brackets, ...voiceGaps(body, template)];
    if (empty.length > 0) {
      const fields = Object.fromEntries(
        empty.map((gap) => [
          `text.${gap.blockId}`,
          t("{body}: {what} is missing.", { body: blockName(body, gap.blockId), what: gap.what }),
        ]),
      );
      throw new AppError("invalid", t("This document cannot be final yet."), fields);
    }
    const missing = await missingAuthority(ctx, { template, signer: row.signer, caseId: row.caseId, law, on });
    if (missing) throw new AppError("conflict", missing);
    await setDocument(ctx, row.id, { state: "final", finalOn: on });
    await touchCase(ctx, row.caseId);
    return {
      value: { id: row.id },
      audit: {
        action: "document.finalised",
        subjectId: row.id,
        caseId: row.caseId,
        detail: { version: row.version },
      },
    };
  },
});
