import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { eventWords, offWords } from "@/lib/integrations/webhooks/labels";
import { listMessages, readWebhook } from "@/lib/integrations/webhooks/queries";
import { webhookEvents } from "@/lib/integrations/webhooks/rules";
import { officeZone } from "@/lib/law/office/rules";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { MessageList } from "../_components/message-list";
import { WebhookActs } from "../_components/webhook-acts";

export const metadata: Metadata = { title: t("Webhook") };

export default async function WebhookPage({ params }: PageProps<"/admin/webhooks/[webhookId]">) {
  const ctx = await requireCtx("integration.write");
  const { webhookId } = await params;
  const [webhook, messages] = await orNotFound(
    Promise.all([readWebhook(ctx, webhookId), listMessages(ctx, webhookId)]),
  );
  const zone = officeZone();
  const choices = webhookEvents.map(({ type }) => ({ type, label: eventWords[type] ?? type }));
  const when = (at: Date | null) => (at ? formatInstant(at, zone) : t("Not yet"));
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Webhooks"), href: "/admin/webhooks" as Route }]} />
      <PageHead title={webhook.name} />
      {webhook.off ? (
        <Notice kind={webhook.off === "person" ? "info" : "overdue"} title={offWords[webhook.off]}>
          <p>{t("Since {when}. Nothing is sent until you turn it on again.", { when: when(webhook.offAt) })}</p>
        </Notice>
      ) : null}
      <div className="cols cols--2">
        <Panel id="webhook" title={t("This webhook")}>
          <Facts
            items={[
              { name: t("Address"), value: <bdi className="breakable">{webhook.address}</bdi> },
              {
                name: t("What it is told"),
                value: allOf(webhook.types.map((type) => eventWords[type] ?? type)),
              },
              { name: t("Last sent"), value: when(webhook.lastSentAt) },
              {
                name: t("Added"),
                value: webhook.addedBy ? `${when(webhook.addedAt)}, ${webhook.addedBy}` : when(webhook.addedAt),
              },
              ...(webhook.oldSecretUntil
                ? [{ name: t("The secret before is valid until"), value: when(webhook.oldSecretUntil) }]
                : []),
            ]}
          />
          <WebhookActs webhook={webhook} choices={choices} confirm={await askedToConfirm(ctx, "webhook.write")} />
        </Panel>
        <Panel id="messages" title={t("Messages")} padded={false}>
          <MessageList webhookId={webhookId} messages={messages} live={webhook.off === null} zone={zone} />
        </Panel>
      </div>
    </Page>
  );
}
