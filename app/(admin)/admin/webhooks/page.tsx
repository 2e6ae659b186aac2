import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { eventWords } from "@/lib/integrations/webhooks/labels";
import { listWebhooks } from "@/lib/integrations/webhooks/queries";
import { webhookEvents } from "@/lib/integrations/webhooks/rules";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { AddForm } from "./_components/add-form";
import { WebhookList } from "./_components/webhook-list";

export const metadata: Metadata = { title: t("Webhooks") };

export default async function WebhooksPage() {
  const ctx = await requireCtx("integration.write");
  const rows = await listWebhooks(ctx);
  const choices = webhookEvents.map(({ type }) => ({ type, label: eventWords[type] ?? type }));
  return (
    <Page>
      <PageHead title={t("Webhooks")}>
        {t(
          "Another system of yours can be told that something happened here. A message says what kind of thing, when, and ids that mean nothing outside: no name, no number, no words. Of a case that a colleague is kept from, that is restricted, or that is stopped for images of a minor, nothing is said.",
        )}
      </PageHead>
      <div className="cols cols--2">
        <Panel id="add" title={t("Add a webhook")}>
          <AddForm choices={choices} confirm={await askedToConfirm(ctx, "webhook.write")} />
        </Panel>
        <Panel id="webhooks" title={t("Where messages go")} padded={false}>
          <WebhookList rows={rows} zone={officeZone()} />
        </Panel>
      </div>
    </Page>
  );
}
