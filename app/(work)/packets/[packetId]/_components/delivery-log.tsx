import type { IconName } from "@/app/_ui/icon-names";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { eventLabels } from "@/lib/handovers/labels";
import type { DeliveryView, HandoverEventName } from "@/lib/handovers/types";
import { formatInstant } from "@/lib/platform/format";

const signs: Record<HandoverEventName, IconName> = {
  delivered: "send",
  opened: "eye",
  downloaded: "download",
  acknowledged: "check",
  numbered: "hash",
};

/** What each officer did with the packet, each with when. */
export function DeliveryLog({ deliveries, zone }: { deliveries: readonly DeliveryView[]; zone: string }) {
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
      <Timeline
        events={delivery.events.map((event) => ({
          key: event.id,
          icon: signs[event.event],
          title: event.event === "delivered" ? `Handed over by ${delivery.deliveredBy}` : eventLabels[event.event],
          detail: event.event === "delivered" ? delivery.message : event.note,
          at: event.at.toISOString(),
          when: formatInstant(event.at, zone),
        }))}
      />
    </Panel>
  ));
}
