import "server-only";
import { consents } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { consentRow } from "@/lib/casework/cases/consent-row";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { RecordConsent } from "./input";

/**
 * Records on which ground the organisation works on a case. It takes the place of the one before, which stays in the
 * history. @throws AppError not_found; invalid on `givenOn`; conflict for a closed or restricted case
 */
export const recordConsent = command({
  needs: "case.write",
  input: RecordConsent,
  async run(ctx, { caseId, ...draft }) {
    const row = await lockCase(ctx, caseId);
    if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person records consent."));
    const zone = findPlaybook(row.pair, row.playbookVersion, await readLaw(ctx))?.home.zone ?? "UTC";
    const vault = await openVault(ctx, row.keyId);
    const id = newId();
    const by = { id, orgId: ctx.orgId, caseId, recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
    const recorded = consentRow(vault, by, zone, draft);
    await ctx.db.insert(consents).values(recorded);
    await touchCase(ctx, caseId);
    const detail = { ground: recorded.ground, way: recorded.way, givenOn: recorded.givenOn };
    return { value: { id }, audit: { action: "consent.recorded", subjectId: id, caseId, detail } };
  },
});
