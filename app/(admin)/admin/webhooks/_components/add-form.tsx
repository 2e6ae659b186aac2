import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { addWebhookAction } from "../actions";
import { SecretOnce } from "./secret-once";
import { type EventChoice, WebhookFields } from "./webhook-fields";

export function AddForm({ choices, confirm }: { choices: readonly EventChoice[]; confirm: Confirmation }) {
  return (
    <ActionForm action={addWebhookAction} label={t("Add a webhook")} announceSaved={false}>
      <SecretOnce />
      <WebhookFields choices={choices} />
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton pendingText={t("Adding it")}>{t("Add the webhook")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
