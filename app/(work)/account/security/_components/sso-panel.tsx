import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
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
    <Panel id="sso" title={`Sign-in with ${label}`}>
      {link ? (
        <p className="read">
          Connected {formatInstant(link.linkedAt, zone)}.{" "}
          {link.usedAt ? `Last used ${formatInstant(link.usedAt, zone)}.` : "Not used yet."}{" "}
          {link.current ? "" : "It was another sign-in service: it opens nothing any more. Disconnect it first."}
        </p>
      ) : (
        <p className="read">
          Not connected. Connect it once, and you can sign in here with your account there. Some acts will still ask for
          a passkey.
        </p>
      )}
      {asks === "first-passkey" ? <p className="muted">Connecting needs a passkey. Add one first.</p> : null}
      {changes && link ? <Disconnect label={label} asks={asks} /> : null}
      {changes && !link ? (
        <ActionForm action={connectSsoAction} label={`Connect ${label}`} guard={false} failed="Not connected yet">
          <ConfirmField asks={asks} />
          <p className="muted">You go there to sign in, and come back. You are signed out everywhere else here.</p>
          <div className="row">
            <SubmitButton variant="secondary" icon="building-2" pendingText={`Going to ${label}`}>
              Connect {label}
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
      <summary>Disconnect</summary>
      <ActionForm action={disconnectSsoAction} label={`Disconnect ${label}`} guard={false}>
        <p>It opens nothing here any more, and you are signed out everywhere else. Your account there stays.</p>
        <ConfirmField asks={asks} />
        <div className="row">
          <SubmitButton variant="danger" pendingText="Disconnecting">
            Disconnect {label}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
