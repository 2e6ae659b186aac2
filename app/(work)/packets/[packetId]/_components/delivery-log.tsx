import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import type { IconName } from "@/app/_ui/icon-names";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Timeline } from "@/app/_ui/timeline";
import type { Confirmation } from "@/lib/auth/types";
import { eventLabels } from "@/lib/handovers/labels";
import type { DeliveryView, HandoverEventName, LaterVersion } from "@/lib/handovers/types";
import type { PacketView } from "@/lib/packets/types";
import { formatBothZones, formatInstant } from "@/lib/platform/format";
import { giveAnnexAction } from "../actions";
import { OutcomesOf } from "./outcomes-of";
import { QuestionsOf } from "./questions-of";

const signs: Record<HandoverEventName, IconName> = {
  delivered: "send",
  opened: "eye",
  downloaded: "download",
  acknowledged: "check",
  numbered: "hash",
  asked: "circle-help",
  answered: "message-square",
  outcome: "flag",
  refusal_seen: "eye",
};

type DeliveryLogProps = {
  packet: PacketView;
  deliveries: readonly DeliveryView[];
  later: readonly LaterVersion[];
  confirm: Confirmation;
};

/** What each officer asks, where it stands with them, and what they did with the packet, each with when. */
export function DeliveryLog({ packet, deliveries, later, confirm }: DeliveryLogProps) {
  const { zone, zoneThere } = packet;
  return deliveries.map((delivery) => (
    <Panel
      key={delivery.id}
      id={`handover-${delivery.id}`}
      title={`Handover to ${delivery.rank} ${delivery.liaisonName}`}
      end={
        <span className="muted">
          {delivery.agency} {delivery.unit}
        </span>
      }
    >
      <QuestionsOf delivery={delivery} packet={packet} later={later} />
      <OutcomesOf delivery={delivery} packet={packet} />
      <Timeline
        events={delivery.events.map((event) => ({
          key: event.id,
          icon: signs[event.event],
          title: event.event === "delivered" ? `Handed over by ${delivery.deliveredBy}` : eventLabels[event.event],
          detail: event.event === "delivered" ? wordsOf(event.note, delivery.message) : event.note,
          at: event.at.toISOString(),
          when: formatBothZones(event.at, zone, zoneThere),
        }))}
      />
      <AnnexOf delivery={delivery} zone={zone} confirm={confirm} />
    </Panel>
  ));
}

/** The message stands at the first line; what was given later has none. */
function wordsOf(note: string | null, message: string | null): string | null {
  return note === "The sealed annex" ? note : [note, message].filter(Boolean).join(". ") || null;
}

/** Whether this officer can read the sealed annex, and the form that gives it once a release allows it. */
function AnnexOf({ delivery, zone, confirm }: { delivery: DeliveryView; zone: string; confirm: Confirmation }) {
  const { annex, annexUntil } = delivery;
  if (annex === "none") return null;
  if (annex === "open" && annexUntil)
    return <p className="muted">The sealed annex is open to this officer until {formatInstant(annexUntil, zone)}.</p>;
  const ended = annexUntil ? `The sealed annex was closed to this officer on ${formatInstant(annexUntil, zone)}.` : "";
  if (annex === "closed") return <p className="muted">{ended} The release for it has ended or was revoked.</p>;
  return (
    <details>
      <summary>Give the sealed annex too</summary>
      <ActionForm action={giveAnnexAction} label="Give the sealed annex">
        <input type="hidden" name="handoverId" value={delivery.id} />
        <p>{ended} It says who the client is and where they live. A release lets this officer know.</p>
        <ConfirmField asks={confirm} />
        <FormFoot>
          <SubmitButton look="secondary" icon="send" pendingText="Giving the annex">
            Give the annex
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </details>
  );
}
