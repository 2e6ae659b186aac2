import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { connectSsoAction, disconnectSsoAction } from "../actions";

type SsoPanelProps = {
  label: string;
  link: { linkedAt: Date; usedAt: Date | null; current: boolean } | null;
  zone: string;
  /** Changes are shown after a proof, like everything on this page; here only a passkey counts. */
  asks: Confirmation;
};

/** Connecting requires a passkey: somebody at this desk for a moment must not add their own sign-in. */
export function SsoPanel({ label, link, zone, asks }: SsoPanelProps) {
  const changes = asks === "none";
  return (
    <Panel id="sso" title={t("Sign-in with {label}", { label })}>
      {link ? (
        <p className="read">
          {t("Connected {linkedAt}. {value} {value2}", {
            linkedAt: formatInstant(link.linkedAt, zone),
            value: link.usedAt
              ? t("Last used {usedAt}.", { usedAt: formatInstant(link.usedAt, zone) })
              : t("Not used yet."),
            value2: link.current ? "" : t("It was another sign-in service and no longer works. Disconnect it first."),
          })}
        </p>
      ) : (
        <p className="read">
          {t(
            "Not connected. Connect it once, and you can sign in here with your account there. Some acts will still ask for a passkey.",
          )}
        </p>
      )}
      {asks === "first-passkey" ? <p className="muted">{t("Connecting needs a passkey. Add one first.")}</p> : null}
      {changes && link ? <Disconnect label={label} asks={asks} /> : null}
      {changes && !link ? (
        <ActionForm
          action={connectSsoAction}
          label={t("Connect {label}", { label })}
          guard={false}
          failed={t("Not connected yet")}
        >
          <ConfirmField asks={asks} />
          <p className="muted">
            {t("You go there to sign in, and come back. You are signed out everywhere else here.")}
          </p>
          <div className="row">
            <SubmitButton variant="secondary" icon="building-2" pendingText={t("Going to {label}", { label })}>
              {t("Connect {label}", { label })}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Panel>
  );
}

function Disconnect({ label, asks }: Pick<SsoPanelProps, "label" | "asks">) {
  return (
    <details>
      <summary>{t("Disconnect")}</summary>
      <ActionForm action={disconnectSsoAction} label={t("Disconnect {label}", { label })} guard={false}>
        <p>{t("It no longer works here, and you are signed out everywhere else. Your account there stays.")}</p>
        <ConfirmField asks={asks} />
        <div className="row">
          <SubmitButton variant="danger" pendingText={t("Disconnecting")}>
            {t("Disconnect {label}", { label })}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
