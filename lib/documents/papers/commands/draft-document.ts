import { t } from "@/lib/platform/language/translate";
import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { refuse, requireAbout } from "../access";
import { draftPaper } from "../draft-paper";
import { DraftDocument } from "../input";
import { fittingTemplate, lawNotInForce, notFromHere } from "../rules";

/**
 * Drafts a document from the facts of a case. Client details that the template uses are decrypted, and logged.
 * @throws AppError invalid for a document that does not fit the case, its signer, its topic or the countries of client
 * and provider, or whose law is not in force; a certificate is drafted by lib/documents/certificates, which checks for gaps first
 */
export const draftDocument = command({
  needs: "document.write",
  input: DraftDocument,
  async run(ctx, { caseId, template: asked, accountId, refusalId, signer, exhibits }) {
    const found = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const playbook = findPlaybook(found.pair, found.playbookVersion, law);
    const template = playbook && fittingTemplate(asked, playbook, law);
    if (!template) refuse("template", t("This document does not fit the countries of this case."));
    if (template.about === "exhibits") refuse("template", t("A certificate is drafted under Evidence, Certificates."));
    if (!template.signers.includes(signer)) refuse("signer", t("That person does not sign this document."));
    const dead = lawNotInForce(template, civilDate(ctx.now, playbook.home.zone), law);
    if (dead) refuse("template", t("Not drafted: {dead} is not in force.", { dead }));
    const elsewhere = notFromHere(template, playbook);
    if (elsewhere) refuse("template", elsewhere);
    await requireAbout(ctx, caseId, template, { accountId, refusalId, law });
    const { id, audit } = await draftPaper(ctx, found, {
      template,
      law,
      playbook,
      signer,
      accountId,
      refusalId,
      exhibits,
    });
    return { value: { id }, audit };
  },
});
