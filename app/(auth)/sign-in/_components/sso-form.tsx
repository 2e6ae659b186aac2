import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { startSsoAction } from "../actions";

/** Sign-in through the organisation's sign-in service. Started only by a button press, never automatically. */
export function SsoForm({ label }: { label: string }) {
  return (
    <ActionForm
      action={startSsoAction}
      label={t("Sign in with {label}", { label })}
      guard={false}
      failed={t("Not signed in yet")}
    >
      <div className="row">
        <SubmitButton variant="secondary" icon="building-2" pendingText={t("Going to {label}", { label })}>
          {t("Sign in with {label}", { label })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
