import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { forgetDeviceAction } from "../actions";

type Device = { id: string; name: string; addedAt: Date; seenAt: Date };

type DevicesProps = { devices: readonly Device[]; zone: string };

/** Browsers that can still sign in when an attacker has exhausted the attempts for this person's address. */
export function DevicesPanel({ devices, zone }: DevicesProps) {
  return (
    <Panel id="devices" title={t("Known devices")}>
      <p className="read">
        {devices.length > 0
          ? t(
              "If a stranger tries passwords for your e-mail address until it is blocked, you can still sign in from these browsers, or with a passkey. These browsers still ask for your password and code.",
            )
          : t("None yet. A browser is known after your next sign-in with a passkey, or with password and code.")}
      </p>
      {devices.length > 0 ? <Devices devices={devices} zone={zone} /> : null}
    </Panel>
  );
}

function Devices({ devices, zone }: DevicesProps) {
  return (
    <ul className="stack">
      {devices.map((device) => (
        <li key={device.id} className="stack stack--s">
          <span className="strong">{device.name}</span>
          <span className="small muted">
            {t("Known since {addedAt}. Last sign-in {seenAt}.", {
              addedAt: formatInstant(device.addedAt, zone),
              seenAt: formatInstant(device.seenAt, zone),
            })}
          </span>
          <ActionForm action={forgetDeviceAction} label={t("Forget {name}", { name: device.name })} guard={false}>
            <input type="hidden" name="deviceId" value={device.id} />
            <div className="row">
              <SubmitButton variant="secondary" pendingText={t("Forgetting it")}>
                {t("Forget this device")}
              </SubmitButton>
            </div>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
