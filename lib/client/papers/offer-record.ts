import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { lockOpenPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { draftRecord } from "./draft-record";
import { OfferRecord } from "./input";
import { putOnPage } from "./put-on-page";

/**
 * Puts a record of the case on the client's page, in her language: a consent, release or authority that her signature
 * will become, her notes, or her statement. @throws AppError not_found; invalid at a field; conflict without an open page
 */
export const offerRecord = command({
  needs: "client.page",
  input: OfferRecord,
  async run(ctx, offer) {
    const page = await lockOpenPage(ctx, offer.caseId);
    const drafted = await draftRecord(ctx, await findCase(ctx, offer.caseId), offer);
    const { language } = offer;
    const { kind, text, english, terms, unconfirmed, document } = drafted;
    const { id, audit } = await putOnPage(ctx, page, { kind, language, text, english, terms, unconfirmed, document });
    return { value: { id }, audit };
  },
});
