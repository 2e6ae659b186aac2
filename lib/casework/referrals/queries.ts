import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { choiceVersions, referrals, services } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { serviceKindLabels } from "@/lib/casework/services/labels";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { wordsRecorded } from "@/lib/organisation/choices/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import { referralPlace } from "./rules";
import type { ReferralView } from "./types";

/** The referrals of a case, the newest first. @throws AppError not_found */
export const listReferrals = query("case.read", async (ctx, caseId: string): Promise<ReferralView[]> => {
  const found = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select({ referral: referrals, service: services, labels: choiceVersions.labels })
    .from(referrals)
    .innerJoin(services, and(eq(services.orgId, referrals.orgId), eq(services.id, referrals.serviceId)))
    .leftJoin(choiceVersions, eq(choiceVersions.id, services.kindVersion))
    .where(and(eq(referrals.orgId, ctx.orgId), eq(referrals.caseId, found.id)))
    .orderBy(desc(referrals.number));
  const vault = await openVault(ctx, found.keyId);
  const names = await namesOf(
    ctx,
    rows.flatMap(({ referral }) => [referral.madeBy, referral.answeredBy, referral.endedBy]),
  );
  const nameOf = (member: string | null) => member && (names.get(member) ?? null);
  return rows.map(({ referral, service, labels }) => ({
    id: referral.id,
    number: referral.number,
    service: {
      id: service.id,
      name: service.name,
      kind: service.kind,
      kindText: wordsRecorded(labels, serviceKindLabels[service.kind]),
      phone: service.phone,
      email: service.email,
    },
    purpose: vault.open(referralPlace(referral.id, "purpose"), referral.purpose),
    passedOn: vault.open(referralPlace(referral.id, "passed_on"), referral.passedOn),
    consent: referral.consent,
    consentOn: referral.consentOn,
    consentNote: vault.openMaybe(referralPlace(referral.id, "consent_note"), referral.consentNote),
    answerBy: referral.answerBy,
    state: referral.state,
    madeBy: names.get(referral.madeBy) ?? "",
    madeAt: referral.madeAt,
    answeredOn: referral.answeredOn,
    answer: vault.openMaybe(referralPlace(referral.id, "answer"), referral.answer),
    answeredBy: nameOf(referral.answeredBy),
    outcomeBy: referral.outcomeBy,
    endedOn: referral.endedOn,
    outcome: vault.openMaybe(referralPlace(referral.id, "outcome"), referral.outcome),
    endedBy: nameOf(referral.endedBy),
  }));
});
