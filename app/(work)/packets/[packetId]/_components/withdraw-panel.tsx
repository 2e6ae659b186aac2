import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { canWithdraw } from "@/lib/packets/packets/rules";
import type { PacketView } from "@/lib/packets/packets/types";
import { withdrawPacketAction } from "../actions";

/** Takes the packet back. Folded away: it is rarely the next step. */
export function WithdrawPanel({ packet }: { packet: PacketView }) {
  if (!canWithdraw(packet.status)) return null;
  const given = packet.holders.length > 0;
  return (
    <Panel label="Withdraw">
      <details>
        <summary>Withdraw this version</summary>
        <ActionForm action={withdrawPacketAction} label="Withdraw the packet">
          <input type="hidden" name="packetId" value={packet.id} />
          <p>
            {given
              ? `Portal and link close at once and say why. Copies and paper are not called back. Tell them: ${packet.holders.map((holder) => holder.who).join("; ")}. Whoever checks its number reads that it was withdrawn.`
              : "It can no longer be approved or handed over."}
          </p>
          <TextArea name="reason" label="Why" hint="Officers who hold it read this. No name of the client." rows={2} />
          <SubmitFoot variant="danger" icon="ban" pendingText="Withdrawing">
            Withdraw
          </SubmitFoot>
        </ActionForm>
      </details>
    </Panel>
  );
}
