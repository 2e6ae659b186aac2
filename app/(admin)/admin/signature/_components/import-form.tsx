import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { importSigningKeyAction } from "../actions";

/** What browsers would send to a spelling service, or keep, if they were let. */
const kept = { spellCheck: false, autoComplete: "off", autoCapitalize: "off", autoCorrect: "off" } as const;

type ImportFormProps = { replaces: string | null; confirm: Confirmation };

/** Imports a key and certificates from the organisation's own authority. The private key is never shown again. */
export function ImportForm({ replaces, confirm }: ImportFormProps) {
  return (
    <ActionForm action={importSigningKeyAction} label={t("Import your own certificate")}>
      <input type="hidden" name="replaces" value={replaces ?? ""} />
      <TextArea
        name="certificates"
        label={t("Certificate")}
        hint={t(
          "As text (PEM). Your own certificate first. If there are others above it in the chain, add all of them in order up to the root, or none.",
        )}
        rows={6}
        required
        {...kept}
      />
      <TextArea
        name="privateKey"
        label={t("Private key")}
        hint={t(
          "As text (PEM), locked with a passphrase or not. It is sealed at once and never shown again. RSA with 2048 bits or more, P-256 or P-384.",
        )}
        rows={4}
        required
        {...kept}
      />
      <TextField
        name="passphrase"
        label={t("Passphrase of the private key")}
        hint={t("Only when the key is locked. It is not kept.")}
        type="password"
        autoComplete="off"
        optional
      />
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText={t("Looking at the certificate")}>
          {t("Sign with this certificate")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
