import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { RecordVersions } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listOfficers } from "@/lib/handover/officers/queries";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { listBodyCountries, offerBodies } from "@/lib/organisation/bodies/queries";
import { t } from "@/lib/platform/language/translate";
import { AddForm } from "./_components/add-form";
import { OfficerEntry } from "./_components/officer-entry";

export const metadata: Metadata = { title: t("Officers") };

/** The directory of those to whom a packet can be handed over. */
export default async function OfficersPage() {
  const ctx = await requireCtx("directory.read");
  const officers = await listOfficers(ctx);
  const offices = await offerBodies(ctx, { countries: await listBodyCountries(ctx) });
  const keeps = may(ctx.actor, "directory.write");
  const versions = await readRecordVersions(
    ctx,
    officers.map((officer) => officer.id),
  );
  return (
    <Page>
      <PageHead guide="confirm-an-officer" title={t("Officers")}>
        {t(
          "Packets go only to an officer whose office was called back, on a number that was not taken from the officer. One person adds an officer, another confirms them.",
        )}
      </PageHead>
      {keeps ? (
        <Disclosure label={t("Enter an officer without an account")} icon="user-plus">
          <Panel label={t("Enter an officer without an account")}>
            <AddForm offices={offices} />
          </Panel>
        </Disclosure>
      ) : null}
      {officers.length === 0 ? (
        <Panel label={t("Officers")}>
          <EmptyState icon="badge-check" title={t("No officer yet")}>
            {t(
              "An administrator invites police officers and prosecutors, and each shows here once they have joined. One who has no account can be entered above.",
            )}
          </EmptyState>
        </Panel>
      ) : null}
      <RecordVersions versions={versions} zone={officeZone()}>
        {officers.map((officer) => (
          <OfficerEntry key={officer.id} officer={officer} zone={officeZone()} keeps={keeps} />
        ))}
      </RecordVersions>
    </Page>
  );
}
