import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type SeedToScan, TotpForm } from "@/app/_ui/totp-form";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { removeTotpAction, setTotpAction } from "../actions";

type AppProps = {
  since: Date | null;
  zone: string;
  changes: boolean;
  last: boolean;
  seed: SeedToScan | null;
};

/** The authenticator app: the second sign-in method, in addition to passkeys or instead of them. */
export function AppPanel({ since, zone, changes, last, seed }: AppProps) {
  return (
    <Panel id="app" title={t("Authenticator app")}>
      <p className="read">
        {since
          ? t("Set up {since}. It shows the code that you type after your password.", {
              since: formatInstant(since, zone),
            })
          : t("Not set up. It shows a code that you type after your password, where a passkey is not at hand.")}
      </p>
      {since && last ? (
        <p className="muted">{t("This is your last way to sign in. Add a passkey before you remove it.")}</p>
      ) : null}
      {changes && seed ? (
        <details>
          <summary>{since ? t("Move to another phone") : t("Set up an app")}</summary>
          {since ? <p>{t("The app that you have now stops with it.")}</p> : null}
          <TotpForm key={since?.toISOString()} seed={seed} action={setTotpAction} label={t("Use this app")} />
        </details>
      ) : null}
      {changes && since && !last ? (
        <details>
          <summary>{t("Remove the app")}</summary>
          <ActionForm action={removeTotpAction} label={t("Remove the authenticator app")} guard={false}>
            <p>{t("Its codes stop working, and you are signed out everywhere else.")}</p>
            <div className="row">
              <SubmitButton variant="danger" pendingText={t("Removing")}>
                {t("Remove the app")}
              </SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </Panel>
  );
}
