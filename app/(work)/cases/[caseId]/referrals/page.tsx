import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { RecordVersions } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { findCase } from "@/lib/casework/cases/access";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { versionOfValues } from "@/lib/casework/custom-values/rules";
import { referralPath } from "@/lib/casework/referrals/labels";
import { listReferrals } from "@/lib/casework/referrals/queries";
import { listServices } from "@/lib/casework/services/queries";
import { readCaseClocks } from "@/lib/escalation/ladder/queries";
import { listSendings } from "@/lib/integrations/case-sendings/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { officeToday } from "@/lib/law/office/rules";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { t } from "@/lib/platform/language/translate";
import { ReferForm } from "./_components/refer-form";
import { ReferralEntry } from "./_components/referral-entry";

export const metadata: Metadata = { title: t("Referrals") };

/** To whom the client was referred for other help, with whose consent, and what came of it. */
export default async function ReferralsPage({ params }: PageProps<"/cases/[caseId]/referrals">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const { header } = await orNotFound(readCaseTop(ctx, caseId));
  const { referrals, services, clocks, own, ownFields, versions, sendings } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      const made = await listReferrals(scoped, caseId);
      const ids = made.map(({ id }) => id);
      return readAll({
        referrals: made,
        own: readCustomValues(scoped, "referral", ids),
        versions: readRecordVersions(scoped, ids.map(versionOfValues)),
        ownFields: listCustomFields(scoped, "referral"),
        services: listServices(scoped),
        sendings: listSendings(scoped, caseId),
        clocks: readCaseClocks(scoped, [row]).then((read) => read.get(row.id) ?? []),
      });
    }),
  );
  const confirm = await askedToConfirm(ctx, "case.send");
  const today = officeToday(ctx.now);
  const inUse = services.filter(({ retiredAt }) => retiredAt === null);
  const closed = header.closedAt !== null;
  return (
    <>
      <PageHead title={t("Referrals")} level={2}>
        {t(
          "The client gets other help from a service, and the case stays here. To give the case to a colleague, offer it.",
        )}
      </PageHead>
      {closed ? null : (
        <Disclosure icon="arrow-right-left" label={t("Refer the client")} id="new" open={referrals.length === 0}>
          <Panel label={t("Refer the client")} padded>
            {inUse.length === 0 ? (
              <EmptyState icon="users" title={t("The directory of services is empty")}>
                {rich("Add one under <link>Services</link> first.", {
                  link: (words) => <PageLink href={"/services" as Route}>{words}</PageLink>,
                })}
              </EmptyState>
            ) : (
              <ReferForm caseId={caseId} services={inUse} today={today} ownFields={ownFields} />
            )}
          </Panel>
        </Disclosure>
      )}
      <RecordVersions versions={versions} zone={header.homeZone}>
        {referrals.map((referral) => (
          <ReferralEntry
            key={referral.id}
            referral={referral}
            own={own.get(referral.id) ?? []}
            clock={clocks.find(({ path }) => path === referralPath(referral.id))}
            today={today}
            zone={header.homeZone}
            closed={closed}
            sendings={sendings.get(referral.id)}
            confirm={confirm}
          />
        ))}
      </RecordVersions>
      {referrals.length === 0 && closed ? (
        <Panel label={t("Referrals")}>
          <EmptyState icon="users" title={t("The client was referred to nobody")}>
            {t("This case is closed.")}
          </EmptyState>
        </Panel>
      ) : null}
    </>
  );
}
