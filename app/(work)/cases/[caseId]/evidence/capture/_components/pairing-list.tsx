import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Panel, RecordPanel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { PairingView } from "@/lib/evidence/pairings/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { endPairingAction } from "../actions";

type Props = { live: readonly PairingView[]; zone: string };

/** What can send to this case now; anybody who works on it can end each at once. */
export function PairingList({ live, zone }: Props) {
  if (live.length === 0) {
    return (
      <Panel label={t("Connected now")} padded={false}>
        <EmptyState icon="link" title={t("Nothing is connected")}>
          {t("A connection lasts one hour. It ends earlier when you sign out or when the case is closed.")}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel id="connected" title={t("Connected now")} padded={false}>
      {live.map((pairing) => (
        <RecordPanel key={pairing.id} label={pairing.browser ?? t("Code not used yet")}>
          <p>
            {pairing.browser
              ? t("{browser}, connected by {by} until {until}.", {
                  browser: pairing.browser,
                  by: pairing.by,
                  until: formatInstant(pairing.until, zone),
                })
              : t("Code of {by}, not used yet. It works until {until}.", {
                  by: pairing.by,
                  until: formatInstant(pairing.until, zone),
                })}
          </p>
          <ActionForm action={endPairingAction} label={t("Disconnect")} guard={false} whileRestricted>
            <input type="hidden" name="pairingId" value={pairing.id} />
            <SubmitButton variant="danger" pendingText={t("Disconnecting")}>
              {pairing.browser ? t("Disconnect") : t("Take the code back")}
            </SubmitButton>
          </ActionForm>
        </RecordPanel>
      ))}
    </Panel>
  );
}
