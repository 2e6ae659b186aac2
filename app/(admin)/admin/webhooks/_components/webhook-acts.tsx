import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import type { WebhookView } from "@/lib/integrations/webhooks/types";
import { t } from "@/lib/platform/language/translate";
import {
  changeWebhookAction,
  removeWebhookAction,
  renewSecretAction,
  replayMessagesAction,
  testWebhookAction,
  turnWebhookAction,
} from "../actions";
import { SecretOnce } from "./secret-once";
import { type EventChoice, WebhookFields } from "./webhook-fields";

type ActsProps = { webhook: WebhookView; choices: readonly EventChoice[]; confirm: Confirmation };

/** Everything that can be done with one webhook. */
export function WebhookActs({ webhook, choices, confirm }: ActsProps) {
  const { id, off, givenUp } = webhook;
  const hidden = <input type="hidden" name="webhookId" value={id} />;
  return (
    <>
      {off ? null : (
        <ActionForm action={testWebhookAction} label={t("Send a test")} guard={false}>
          {hidden}
          <SubmitButton pendingText={t("Sending")}>{t("Send a test")}</SubmitButton>
        </ActionForm>
      )}
      {givenUp > 0 && !off ? (
        <ActionForm action={replayMessagesAction} label={t("Send again what was given up")} guard={false}>
          {hidden}
          <SubmitButton variant="secondary" pendingText={t("Sending")}>
            {t("Send again what was given up")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      <Disclosure icon="pencil" label={t("Change the webhook")}>
        <ActionForm action={changeWebhookAction} label={t("Change the webhook")} prefix="change">
          {hidden}
          <WebhookFields choices={choices} webhook={webhook} />
          <ConfirmField asks={confirm} />
          <SubmitButton pendingText={t("Saving")}>{t("Save")}</SubmitButton>
        </ActionForm>
      </Disclosure>
      <Disclosure icon="key-round" label={t("Renew the secret")}>
        <ActionForm
          action={renewSecretAction}
          label={t("Renew the secret")}
          prefix="renew"
          guard={false}
          announceSaved={false}
        >
          <SecretOnce />
          {hidden}
          <p className="small muted">
            {t("For 24 hours messages are signed with both secrets, so that the receiver loses none.")}
          </p>
          <ConfirmField asks={confirm} />
          <SubmitButton variant="secondary" pendingText={t("Making the secret")}>
            {t("Make a new secret")}
          </SubmitButton>
        </ActionForm>
      </Disclosure>
      <Disclosure icon="ban" label={off ? t("Turn on") : t("Turn off or remove")}>
        <ActionForm action={turnWebhookAction} label={off ? t("Turn on") : t("Turn off")} prefix="turn" guard={false}>
          {hidden}
          <input type="hidden" name="on" value={off ? "on" : ""} />
          <p className="small muted">
            {t("What happens while it is off is not told later. What waits is given up, and can be sent again.")}
          </p>
          <ConfirmField asks={confirm} />
          <SubmitButton variant="secondary" pendingText={t("Saving")}>
            {off ? t("Turn on") : t("Turn off")}
          </SubmitButton>
        </ActionForm>
        <ActionForm action={removeWebhookAction} label={t("Remove the webhook")} prefix="remove" guard={false}>
          {hidden}
          <p className="small muted">{t("Its messages, its address and its secret go with it.")}</p>
          <ConfirmField asks={confirm} />
          <SubmitButton variant="secondary" pendingText={t("Removing it")}>
            {t("Remove")}
          </SubmitButton>
        </ActionForm>
      </Disclosure>
    </>
  );
}
