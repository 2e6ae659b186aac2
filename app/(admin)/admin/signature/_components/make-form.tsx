import { Checkbox } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { makeSigningKeyAction } from "../actions";

type MakeFormProps = { replaces: string | null; confirm: Confirmation };

/** `replaces` is the fingerprint of the key in use, null when there is none. */
export function MakeForm({ replaces, confirm }: MakeFormProps) {
  return (
    <ActionForm action={makeSigningKeyAction} label={t("Make a new key")} guard={false}>
      <input type="hidden" name="replaces" value={replaces ?? ""} />
      {replaces ? (
        <Checkbox
          key={replaces}
          name="sure"
          label={t("Put a new key in the place of the one in use")}
          hint={t(
            "Packets from now on carry another fingerprint. Those that were signed before stay valid under the old one.",
          )}
        />
      ) : null}
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText={t("Making the key")}>
          {replaces ? t("Make a new key") : t("Make the key now")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
