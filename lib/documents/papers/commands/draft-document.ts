import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { refuse, requireAbout } from "../access";
import { draftPaper } from "../draft-paper";
import { DraftDocument } from "../input";
import { fittingTemplate, lawNotInForce } from "../rules";

/**
 * Drafts a paper from the facts of a case. What the template names of the client is opened, and the log says so.
 * @throws AppError invalid for a paper that does not fit the case, its signer or what it is about, or whose law is not
 * in force; a certificate is drafted by lib/documents/certificates, which looks for gaps first
 */
export const draftDocument = command({
  needs: "case.write",
  input: DraftDocument,
  async run(ctx, { caseId, template: asked, accountId, refusalId, signer, exhibits }) {
    const found = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const playbook = findPlaybook(found.pair, found.playbookVersion, law);
    const template = playbook && fittingTemplate(asked, playbook, law);
    if (!template) refuse("template", "This paper does not fit the countries of this case.");
    if (template.about === "exhibits") refuse("template", "A certificate is drafted under Evidence, Certificates.");
    if (!template.signers.includes(signer)) refuse("signer", "This paper is not signed by that person.");
    const dead = lawNotInForce(template, civilDate(ctx.now, playbook.home.zone), law);
    if (dead) refuse("template", `Not drafted: ${dead} is not in force.`);
    await requireAbout(ctx, caseId, template, { accountId, refusalId });
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
