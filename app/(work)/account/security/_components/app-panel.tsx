import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type SeedToScan, TotpForm } from "@/app/_ui/totp-form";
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
    <Panel id="app" title="Authenticator app">
      <p className="read">
        {since
          ? `Set up ${formatInstant(since, zone)}. It shows the code that you type after your password.`
          : "Not set up. It shows a code that you type after your password, where a passkey is not at hand."}
      </p>
      {since && last ? (
        <p className="muted">This is your last way to sign in. Add a passkey before you remove it.</p>
      ) : null}
      {changes && seed ? (
        <details>
          <summary>{since ? "Move to another phone" : "Set up an app"}</summary>
          {since ? <p>The app that you have now stops with it.</p> : null}
          <TotpForm key={since?.toISOString()} seed={seed} action={setTotpAction} label="Use this app" />
        </details>
      ) : null}
      {changes && since && !last ? (
        <details>
          <summary>Remove the app</summary>
          <ActionForm action={removeTotpAction} label="Remove the authenticator app" guard={false}>
            <p>Its codes open nothing any more, and you are signed out everywhere else.</p>
            <div className="row">
              <SubmitButton variant="danger" pendingText="Removing">
                Remove the app
              </SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </Panel>
  );
}
