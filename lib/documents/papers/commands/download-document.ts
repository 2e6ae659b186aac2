import { written } from "@/lib/platform/language/written";
import "server-only";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook, findTemplate } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { writeDocx } from "@/lib/platform/docx/write-docx";
import { findDocument, readBody } from "../access";
import { DownloadDocument } from "../input";
import { planPaper } from "../plan-paper";
import { printPaper } from "../print-paper";
import { documentCode } from "../rules";

/**
 * The file of one version, made on the spot: the same version gives the same bytes. Logged. `draw` makes the file after
 * the transaction: one that stands idle while a page is set is ended by the database.
 * @throws AppError not_found; conflict while the case is restricted
 */
export const downloadDocument = command({
  needs: "paper.read",
  input: DownloadDocument,
  async run(ctx, { documentId, format, version }) {
    const { row, found } = await findDocument(ctx, documentId);
    await refuseRestricted(ctx, row.caseId);
    const { body, saved } = await readBody(ctx, found, row, version);
    const law = await readLaw(ctx);
    const zone = findPlaybook(found.pair, found.playbookVersion, law)?.home.zone ?? "UTC";
    const country = findTemplate(row.template, law)?.jurisdiction;
    // An older version was never final: only the newest carries the state of the paper.
    const state = saved.version === row.version ? row.state : "draft";
    const setting = {
      state,
      signer: row.signer,
      version: saved.version,
      savedAt: saved.savedAt,
      zone,
      caseCode: found.code,
      code: documentCode(row.number),
      organisation: ctx.orgName,
      documentId: row.id,
      ...(country ? { country } : {}),
    };
    const draw = (): Promise<Uint8Array> =>
      written(() => {
        const paper = planPaper(body, setting);
        return format === "pdf" ? printPaper(paper) : writeDocx(paper);
      });
    return {
      value: { draw, name: `${found.code}_${documentCode(row.number)}_v${saved.version}.${format}` },
      audit: {
        action: "document.downloaded",
        subjectId: row.id,
        caseId: row.caseId,
        detail: { version: saved.version, format },
      },
    };
  },
});
