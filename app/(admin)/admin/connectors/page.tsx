import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { listConnectors } from "@/lib/integrations/connectors/queries";
import { listReceivingSystems, listSystemOwners } from "@/lib/integrations/receiving-systems/queries";
import { officeZone } from "@/lib/law/office/rules";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";
import { AddForm } from "./_components/add-form";
import { AddSystemForm } from "./_components/add-system-form";
import { ConnectorList } from "./_components/connector-list";
import { SystemList } from "./_components/system-list";

export const metadata: Metadata = { title: t("Connectors") };

export default async function ConnectorsPage() {
  const ctx = await requireCtx("integration.write");
  const rows = await listConnectors(ctx);
  const [systems, owners] = await Promise.all([listReceivingSystems(ctx), listSystemOwners(ctx)]);
  const confirm = await askedToConfirm(ctx, "connector.write");
  const sending = await askedToConfirm(ctx, "webhook.write");
  return (
    <Page>
      <PageHead title={t("Connectors")} guide="join-another-system">
        {t(
          "A form of another system can send its submissions here. Each becomes an enquiry: a caseworker reads it, searches, and decides whether it becomes a case.",
        )}
      </PageHead>
      <div className="cols cols--2">
        <Panel id="add" title={t("Add a connector")}>
          <AddForm address={`${env().APP_ORIGIN}/api/connectors`} confirm={confirm} />
        </Panel>
        <Panel id="connectors" title={t("What sends here")} padded={false}>
          <ConnectorList rows={rows} zone={officeZone()} confirm={confirm} />
        </Panel>
      </div>
      <div className="cols cols--2">
        <Panel id="add-system" title={t("Send cases to Primero")}>
          <AddSystemForm owners={owners} confirm={sending} />
        </Panel>
        <Panel id="systems" title={t("Where cases may be sent")} padded={false}>
          <SystemList rows={systems} zone={officeZone()} />
        </Panel>
      </div>
    </Page>
  );
}
