import "server-only";
import { lockOpenPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { OfferPaper } from "./input";
import { putOnPage } from "./put-on-page";
import { paragraphsOf } from "./rules";

/**
 * Puts a paper on the client's page whose text somebody typed, for her to read and to sign, decline or correct. A new
 * wording is a new paper. @throws AppError not_found; invalid; conflict without an open page
 */
export const offerPaper = command({
  needs: "client.page",
  input: OfferPaper,
  async run(ctx, { caseId, kind, language, title, text }) {
    const page = await lockOpenPage(ctx, caseId);
    const { id, audit } = await putOnPage(ctx, page, {
      kind,
      language,
      text: { title, paragraphs: paragraphsOf(text) },
      english: null,
      terms: null,
      unconfirmed: false,
      document: null,
    });
    return { value: { id }, audit };
  },
});
