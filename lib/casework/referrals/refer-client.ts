import "server-only";
import { eq, max } from "drizzle-orm";
import { referrals } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { writeCustomValues } from "@/lib/casework/custom-values/write-custom-values";
import { findService } from "@/lib/casework/services/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { ReferClient } from "./input";
import { referralPlace } from "./rules";

/**
 * Records that the client is referred to a service, with their consent and with what is passed on. The case stays with
 * its owner; nothing is sent from here.
 * @throws AppError not_found; invalid at the field; conflict for a closed or restricted case
 */
export const referClient = command({
  needs: "case.write",
  input: ReferClient,
  async run(ctx, { caseId, serviceId, consent, consentOn, answerBy, custom, customUnknown, ...words }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person refers a client."));
    const found = await lockCase(ctx, caseId);
    const service = await findService(ctx, serviceId);
    if (service.retiredAt) throw refused("serviceId", t("This service is out of use. Choose another."));
    const today = officeToday(ctx.now);
    if (consentOn && consentOn > today) throw refused("consentOn", t("This day is in the future."));
    if (answerBy && answerBy < today) throw refused("answerBy", t("Choose today or a future date, or leave it empty."));
    const [last] = await ctx.db
      .select({ number: max(referrals.number) })
      .from(referrals)
      .where(eq(referrals.caseId, found.id));
    const number = (last?.number ?? 0) + 1;
    const id = newId();
    const vault = await openVault(ctx, found.keyId);
    await ctx.db.insert(referrals).values({
      id,
      orgId: ctx.orgId,
      caseId: found.id,
      number,
      serviceId: service.id,
      purpose: vault.seal(referralPlace(id, "purpose"), words.purpose),
      passedOn: vault.seal(referralPlace(id, "passed_on"), words.passedOn),
      consent,
      consentOn: consent === "none" ? null : (consentOn ?? today),
      consentNote: vault.sealMaybe(referralPlace(id, "consent_note"), words.consentNote),
      answerBy,
      madeBy: memberId,
      madeAt: ctx.now,
    });
    const of = { record: "referral", recordId: id, caseId: found.id } as const;
    const own = await writeCustomValues(ctx, of, vault, { custom, customUnknown }, "opening");
    await touchCase(ctx, found.id);
    const detail = { kind: service.kind, consent, answerBy };
    return {
      value: { id, number },
      audit: [{ action: "referral.made", subjectId: id, caseId: found.id, detail }, ...own],
    };
  },
});

const refused = (field: "serviceId" | "consentOn" | "answerBy", message: string) =>
  new AppError("invalid", message, { [field]: message });
