import { AddPasskeyForm } from "@/app/_ui/add-passkey-form";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { removePasskeyAction } from "../actions";

type Passkey = {
  id: string;
  name: string;
  copied: boolean;
  addedAt: Date;
  usedAt: Date | null;
  waitsUntil: Date | null;
};

type PasskeysProps = {
  passkeys: readonly Passkey[];
  zone: string;
  /** After a fresh proof. */
  changes: boolean;
  /** After any fresh proof, of a passkey that waits. */
  undoes: boolean;
  /** The only way in that is left. */
  last: boolean;
};

export function PasskeysPanel({ passkeys, zone, changes, undoes, last }: PasskeysProps) {
  return (
    <Panel id="passkeys" title={t("Passkeys")}>
      {passkeys.length === 0 ? (
        <p className="read">
          {t(
            "You have none. Actions such as giving an officer the sealed annex, downloading a folder or managing members need one, because nobody can trick you into giving it away.",
          )}
        </p>
      ) : null}
      {passkeys.length > 0 ? (
        <ul className="stack">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="stack stack--s">
              <span className="strong">{passkey.name}</span>
              <span className="small muted">
                {t("Added {addedAt}. {value} {value2}", {
                  addedAt: formatInstant(passkey.addedAt, zone),
                  value: passkey.usedAt
                    ? t("Last used {usedAt}.", { usedAt: formatInstant(passkey.usedAt, zone) })
                    : t("Not used yet."),
                  value2: passkey.copied
                    ? t("Your key store may copy it to your other devices.")
                    : t("It stays on this one device."),
                })}
              </span>
              {passkey.waitsUntil ? (
                <span className="small">
                  {t("Waits until {waitsUntil}.", { waitsUntil: formatInstant(passkey.waitsUntil, zone) })}
                </span>
              ) : null}
              {(changes || (undoes && passkey.waitsUntil)) && !last ? <Remove passkey={passkey} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {last ? (
        <p className="muted">{t("This is your last way to sign in, so it stays. Add another one first.")}</p>
      ) : null}
      {changes ? <AddPasskeyForm suggested={passkeys.length === 0 ? t("This device") : ""} /> : null}
    </Panel>
  );
}

function Remove({ passkey }: { passkey: Passkey }) {
  return (
    <details>
      <summary>
        {t("Remove")}
        <span className="vh"> {passkey.name}</span>
      </summary>
      <ActionForm action={removePasskeyAction} label={t("Remove {name}", { name: passkey.name })} guard={false}>
        <input type="hidden" name="passkeyId" value={passkey.id} />
        <p>{t("It stops working, and you are signed out everywhere else.")}</p>
        <div className="row">
          <SubmitButton variant="danger" pendingText={t("Removing")}>
            {t("Remove this passkey")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
