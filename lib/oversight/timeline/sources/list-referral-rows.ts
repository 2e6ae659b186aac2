import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { referrals, services } from "@/db/schema";
import { consentLabels } from "@/lib/casework/referrals/labels";
import { type ReferralColumn, referralPlace } from "@/lib/casework/referrals/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** To whom the client was referred, what the service answered, and what came of it. */
export async function listReferralRows(ctx: TxCtx, { row, vault, zone }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select({ referral: referrals, service: services.name })
    .from(referrals)
    .innerJoin(services, and(eq(services.orgId, referrals.orgId), eq(services.id, referrals.serviceId)))
    .where(and(eq(referrals.orgId, ctx.orgId), eq(referrals.caseId, row.id)));
  return rows.flatMap(({ referral, service }) => {
    const { id, number, state, answeredOn, answeredAt, endedOn, endedAt } = referral;
    const open = (column: ReferralColumn, sealed: typeof referral.answer) =>
      vault.openMaybe(referralPlace(id, column), sealed);
    const same = { kind: "referral", party: "agency", href: `/cases/${row.id}/referrals#referral-${id}` } as const;
    const made: SourceRow = {
      ...same,
      key: `referral-${id}`,
      at: referral.madeAt,
      day: null,
      title: t("Referral {number} to {service}", { number, service }),
      words: () =>
        [
          open("purpose", referral.purpose),
          t("Passed on: {passedOn}", { passedOn: open("passed_on", referral.passedOn) ?? "" }),
          consentLabels[referral.consent].label,
        ].join("\n"),
      byId: referral.madeBy,
    };
    const answered: SourceRow | null =
      answeredOn && answeredAt
        ? {
            ...same,
            key: `referral-${id}-answered`,
            at: onDay(answeredOn, answeredAt, zone),
            day: answeredOn,
            title:
              state === "declined"
                ? t("Referral {number}: declined by {service}", { number, service })
                : t("Referral {number}: accepted by {service}", { number, service }),
            words: () => open("answer", referral.answer),
            byId: referral.answeredBy,
          }
        : null;
    const ended: SourceRow | null =
      endedOn && endedAt
        ? {
            ...same,
            key: `referral-${id}-ended`,
            at: onDay(endedOn, endedAt, zone),
            day: endedOn,
            title:
              state === "withdrawn"
                ? t("Referral {number} to {service}: withdrawn", { number, service })
                : t("Referral {number} to {service}: ended", { number, service }),
            words: () => open("outcome", referral.outcome),
            byId: referral.endedBy,
          }
        : null;
    return [made, answered, ended].filter((line) => line !== null);
  });
}
