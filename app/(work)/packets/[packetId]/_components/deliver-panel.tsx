import { Checkbox, Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { OfficerChoice } from "@/lib/handovers/types";
import type { PacketView } from "@/lib/packets/types";
import { deliverPacketAction } from "../actions";

/** Gives the approved packet to an officer who is registered with the organisation. */
export function DeliverPanel({ packet, officers }: { packet: PacketView; officers: readonly OfficerChoice[] }) {
  const free = officers.filter((officer) => !officer.holdsIt);
  if (free.length === 0) {
    const said = officers.length === 0 ? "No officer is registered yet" : "Every registered officer has this version";
    return <Notice title={said}>An administrator invites officers, with rank, agency, unit and force number.</Notice>;
  }
  const uncovered = free.some((officer) => !officer.covered);
  const options = free.map((officer) => ({
    value: officer.id,
    label: `${officer.rank} ${officer.name}`,
    hint: `${officer.agency} ${officer.unit}. ${officer.covered ? "A release covers this officer." : "No release on file is valid for this officer today."}`,
  }));
  return (
    <Panel id="deliver" title="Hand over" end={<span className="muted">The officer reads it in the portal</span>}>
      <ActionForm action={deliverPacketAction} label="Hand over the packet">
        <input type="hidden" name="packetId" value={packet.id} />
        <Radios name="liaisonId" label="To which officer?" options={options} />
        {uncovered ? (
          <Checkbox
            name="withoutRelease"
            label="Hand over without a release"
            hint="Only when another ground allows it. It is better to record the client’s release first."
          />
        ) : null}
        <TextArea
          name="message"
          label="Message to the officer"
          hint="Shown in the portal. No name and no address of the client."
          rows={2}
          optional
        />
        <FormFoot>
          <SubmitButton icon="send" pendingText="Handing over">
            Hand over version {packet.version}
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}
