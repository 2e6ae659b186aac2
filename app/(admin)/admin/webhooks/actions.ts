"use server";

import { formAction } from "@/app/form-action";
import { addWebhook } from "@/lib/integrations/webhooks/commands/add-webhook";
import { changeWebhook } from "@/lib/integrations/webhooks/commands/change-webhook";
import { removeWebhook } from "@/lib/integrations/webhooks/commands/remove-webhook";
import { renewSecret } from "@/lib/integrations/webhooks/commands/renew-secret";
import { replayMessages } from "@/lib/integrations/webhooks/commands/replay-messages";
import { testWebhook } from "@/lib/integrations/webhooks/commands/test-webhook";
import { turnWebhook } from "@/lib/integrations/webhooks/commands/turn-webhook";
import { t } from "@/lib/platform/language/translate";

const refresh = "/admin/webhooks";
const described = (form: FormData) => ({
  webhookId: form.get("webhookId") ?? undefined,
  name: form.get("name"),
  address: form.get("address"),
  types: form.getAll("types"),
});

/** The message of a saved form is the secret itself: it is shown once. */
export const addWebhookAction = formAction(addWebhook, {
  confirm: "webhook.write",
  input: described,
  refresh,
  saved: ({ secret }) => secret,
});

export const changeWebhookAction = formAction(changeWebhook, {
  confirm: "webhook.write",
  input: described,
  refresh,
  saved: t("Webhook changed"),
});

export const renewSecretAction = formAction(renewSecret, {
  confirm: "webhook.write",
  refresh,
  saved: ({ secret }) => secret,
});

export const turnWebhookAction = formAction(turnWebhook, {
  confirm: "webhook.write",
  refresh,
  saved: ({ on }) => (on ? t("Turned on") : t("Turned off")),
});

export const removeWebhookAction = formAction(removeWebhook, {
  confirm: "webhook.write",
  refresh,
  goTo: () => refresh,
});

export const testWebhookAction = formAction(testWebhook, {
  refresh,
  saved: t("A test is on its way. Load this page again in a few seconds to see what was answered."),
});

export const replayMessagesAction = formAction(replayMessages, {
  refresh,
  saved: t("Sent again. Load this page again in a few seconds to see what was answered."),
});
