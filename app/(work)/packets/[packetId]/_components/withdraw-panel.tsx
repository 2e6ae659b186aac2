import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { canWithdraw } from "@/lib/packets/packets/rules";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { withdrawPacketAction } from "../actions";

/** Takes the packet back. Folded away: it is rarely the next step. */
export function WithdrawPanel({ packet }: { packet: PacketView }) {
  if (!canWithdraw(packet.status)) return null;
  const given = packet.holders.length > 0;
  return (
    <Panel label={t("Withdraw")}>
      <details>
        <summary>{t("Withdraw this version")}</summary>
        <ActionForm action={withdrawPacketAction} label={t("Withdraw the packet")}>
          <input type="hidden" name="packetId" value={packet.id} />
          <p>
            {given
              ? t(
                  "The portal and link close at once and say why. Copies and paper are not recalled automatically. Tell the people who have it: {value}. Anyone who checks its number sees that it was withdrawn.",
                  { value: packet.holders.map((holder) => holder.who).join("; ") },
                )
              : t("It can no longer be approved or handed over.")}
          </p>
          <TextArea
            name="reason"
            label={t("Why")}
            hint={t("Officers who hold it read this. No name of the client.")}
            rows={2}
          />
          <SubmitFoot variant="danger" icon="ban" pendingText={t("Withdrawing")}>
            {t("Withdraw")}
          </SubmitFoot>
        </ActionForm>
      </details>
    </Panel>
  );
}
