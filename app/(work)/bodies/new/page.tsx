import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readRefusalOffice } from "@/lib/escalation/refusals/queries";
import { may } from "@/lib/kernel/access/roles";
import { officeToday } from "@/lib/law/office/rules";
import { listBodyCountries } from "@/lib/organisation/bodies/queries";
import { t } from "@/lib/platform/language/translate";
import { readId } from "@/lib/platform/paging";
import { BodyFields } from "../_components/body-fields";
import { addBodyAction } from "../actions";

export const metadata: Metadata = { title: t("Add an entry") };

export default async function NewBodyPage({ searchParams }: PageProps<"/bodies/new">) {
  const ctx = await requireCtx("directory.confirm");
  const refusalId = readId((await searchParams).refusal);
  const office = refusalId && may(ctx.actor, "case.read") ? await readRefusalOffice(ctx, refusalId) : null;
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Stations and courts"), href: "/bodies" }]} />
      <PageHead title={t("Add an entry")}>
        {t("Only what you have read yourself, with its source. Everybody in the organisation sees it.")}
      </PageHead>
      <Panel label={t("Add an entry")}>
        <ActionForm action={addBodyAction} label={t("Add an entry")}>
          <BodyFields
            body={office ? { name: office } : undefined}
            countries={await listBodyCountries(ctx)}
            today={officeToday(ctx.now)}
          />
          <SubmitFoot icon="save" pendingText={t("Adding the entry")}>
            {t("Add to the directory")}
          </SubmitFoot>
        </ActionForm>
      </Panel>
    </Page>
  );
}
