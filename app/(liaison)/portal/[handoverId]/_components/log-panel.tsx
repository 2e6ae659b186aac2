import type { IconName } from "@/app/_ui/icon-names";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { ownEventLabels } from "@/lib/handovers/labels";
import type { HandoverEventName, HandoverView } from "@/lib/handovers/types";
import { formatInstant } from "@/lib/platform/format";
import { portalZone } from "../../zone";

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

/** What the organisation sees of this handover, in the same order. */
export function LogPanel({ packet }: { packet: HandoverView }) {
  return (
    <Panel id="log" title="Handover">
      <Timeline
        events={packet.events.map((event) => ({
          key: event.id,
          icon: signs[event.event],
          title: ownEventLabels[event.event],
          detail: event.note,
          at: event.at.toISOString(),
          when: formatInstant(event.at, portalZone),
        }))}
      />
    </Panel>
  );
}
