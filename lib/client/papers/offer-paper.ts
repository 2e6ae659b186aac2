import "server-only";
import { clientPapers } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { lockOpenPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { OfferPaper } from "./input";
import { paragraphsOf, textPlace } from "./rules";

/**
 * Puts a paper on the client's page, for her to read and to sign, decline or correct. Its text never changes; a new
 * wording is a new paper. @throws AppError not_found; invalid; conflict without an open page
 */
export const offerPaper = command({
  needs: "case.write",
  input: OfferPaper,
  async run(ctx, { caseId, kind, language, title, text }) {
    const page = await lockOpenPage(ctx, caseId);
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person offers a paper."));
    const id = newId();
    const json = JSON.stringify({ title, paragraphs: paragraphsOf(text) });
    const textSha256 = sha256(json).toString("hex");
    const vault = await openVault(ctx, page.keyId);
    await ctx.db.insert(clientPapers).values({
      id,
      orgId: ctx.orgId,
      caseId,
      pageId: page.id,
      kind,
      text: vault.seal(textPlace(id), json),
      textSha256,
      language,
      offeredBy: memberId,
      offeredAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    const detail = { kind, language, sha256: textSha256 };
    return { value: { id }, audit: { action: "client_paper.offered", subjectId: id, caseId, detail } };
  },
});
