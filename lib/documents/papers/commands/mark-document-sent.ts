import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { proofOf } from "@/lib/escalation/letters/labels";
import { writeLetter } from "@/lib/escalation/letters/write-letter";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { isPreserved, lockDocument, readBody, refuse, requireTemplate } from "../access";
import { MarkDocumentSent } from "../input";
import { documentCode } from "../rules";
import { setDocument } from "../set-document";

/**
 * Records that a document was sent. What only an official may send cannot be recorded here.
 * @throws AppError conflict for an official's document or a draft; invalid on `tipOffSeen`, `removalSeen` and `sentOn`
 */
export const markDocumentSent = command({
  needs: "document.write",
  input: MarkDocumentSent,
  async run(ctx, { documentId, sentOn, channel, proof, tipOffSeen, removalSeen }) {
    const { row, found } = await lockDocument(ctx, documentId, "send");
    const law = await readLaw(ctx);
    const template = requireTemplate(law, row.template);
    if (!template.sendableByUs)
      throw new AppError(
        "conflict",
        t("We may not send this document. Who may: {whoMaySend}", { whoMaySend: template.whoMaySend }),
      );
    if (template.notifiesSubject && !tipOffSeen)
      refuse("tipOffSeen", t("Tick this once the client knows what the other side may come to know."));
    if (template.removesContent && !removalSeen && !(await isPreserved(ctx, row.caseId, row.accountId)))
      refuse(
        "removalSeen",
        t("Nothing from this account is kept yet. Secure evidence first, or tick to go on without it."),
      );
    const playbook = findPlaybook(found.pair, found.playbookVersion, law);
    if (sentOn > civilDate(ctx.now, playbook?.home.zone ?? "UTC")) refuse("sentOn", t("This day is in the future."));
    await setDocument(ctx, row.id, { sentOn });
    const { body } = await readBody(ctx, found, row);
    const letter = await writeLetter(ctx, found, {
      direction: "out",
      day: sentOn,
      channel,
      party: body.addressee.join(", "),
      summary: body.title,
      ourReference: documentCode(row.number),
      stepKey: row.stepKey,
      documentId: row.id,
      proofKind: proof ? proofOf[channel] : null,
      proof,
    });
    await touchCase(ctx, row.caseId);
    return {
      value: { id: row.id, letter: letter.code },
      audit: { action: "document.sent", subjectId: row.id, caseId: row.caseId, detail: { on: sentOn } },
    };
  },
});
