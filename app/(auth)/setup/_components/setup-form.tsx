import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { claimSetupAction } from "../actions";

type SetupFormProps = { token: string; asksPassphrase: boolean };

export function SetupForm({ token, asksPassphrase }: SetupFormProps) {
  return (
    <ActionForm action={claimSetupAction} label={t("Set up your organisation")}>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="organisation"
        label={t("Name of the organisation")}
        hint={t("As on your letterhead. It is printed on every packet.")}
        autoComplete="organization"
        required
      />
      <TextField name="name" label={t("Your name")} autoComplete="name" required />
      <TextField name="email" label={t("Your work e-mail")} type="email" autoComplete="username" required />
      <TextField
        name="password"
        label={t("Password")}
        hint={t("At least 15 characters. Four or five words that you can remember do well.")}
        type="password"
        autoComplete="new-password"
        required
      />
      {asksPassphrase ? <PassphraseFields /> : null}
      <div className="row">
        <SubmitButton pendingText={t("Setting up")}>{t("Set up and sign in")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The key of everything that will be kept is on no disk yet: it is written down under this. */
function PassphraseFields() {
  return (
    <fieldset className="stack">
      <legend className="strong">{t("The key of this installation")}</legend>
      <p className="muted">
        {t(
          "Names, documents and evidence are encrypted with one key. A passphrase protects the key, and the server asks for it at every start. Anyone who takes the computer or a copy of its disk can then read nothing. Without the passphrase nobody can open the stored data, and nobody can set another one: write it on paper and keep it in another place.",
        )}
      </p>
      <TextField
        name="passphrase"
        label={t("Passphrase of the key")}
        hint={t("At least 20 characters. Six words that nobody would put together do well.")}
        type="password"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField
        name="passphraseAgain"
        label={t("The same passphrase again")}
        type="password"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <p className="muted">
        {t("To keep the key in a file on another device instead, stop the server, set KEK_FILE and start again.")}
      </p>
    </fieldset>
  );
}
