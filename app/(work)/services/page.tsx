import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { RecordVersions } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listServices } from "@/lib/casework/services/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { officeZone } from "@/lib/law/office/rules";
import { readChoices } from "@/lib/organisation/choices/queries";
import { t } from "@/lib/platform/language/translate";
import { ServiceEntry } from "./_components/service-entry";
import { ServiceFields } from "./_components/service-fields";
import { addServiceAction } from "./actions";

export const metadata: Metadata = { title: t("Services") };

/** The organisation's own directory of services to which clients are referred. */
export default async function ServicesPage() {
  const ctx = await requireCtx("case.write");
  const { services, kinds } = await reading(ctx, (scoped) =>
    readAll({
      services: listServices(scoped),
      kinds: readChoices(scoped, ["service"]).then((read) => read.service ?? []),
    }),
  );
  const versions = await readRecordVersions(
    ctx,
    services.map(({ id }) => id),
  );
  return (
    <Page>
      <PageHead title={t("Services")}>
        {t("Shelters, counsellors, lawyers and others to whom you refer clients. A referral is made on the case.")}
      </PageHead>
      <Disclosure icon="user-plus" label={t("Add a service")} id="add" open={services.length === 0}>
        <Panel label={t("Add a service")} padded>
          <ActionForm action={addServiceAction} label={t("Add a service")}>
            <ServiceFields kinds={kinds} />
            <SubmitFoot icon="save" pendingText={t("Adding the service")}>
              {t("Add the service")}
            </SubmitFoot>
          </ActionForm>
        </Panel>
      </Disclosure>
      {services.length === 0 ? (
        <Panel label={t("Services")}>
          <EmptyState icon="users" title={t("No service yet")}>
            {t("Add the shelters, counsellors and lawyers whom you call most. Check their details from time to time.")}
          </EmptyState>
        </Panel>
      ) : null}
      <RecordVersions versions={versions} zone={officeZone()}>
        {services.map((service) => (
          <ServiceEntry key={service.id} service={service} kinds={kinds} />
        ))}
      </RecordVersions>
    </Page>
  );
}
