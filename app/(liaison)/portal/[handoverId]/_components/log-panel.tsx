import { handoverIcons } from "@/app/_ui/handover-icons";
import { OwnTime } from "@/app/_ui/own-time";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { ownEventLabels } from "@/lib/handover/handovers/labels";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";

/** What the organisation sees of this handover, in the same order. */
export function LogPanel({ packet }: { packet: HandoverView }) {
  return (
    <Panel id="log" title={t("Handover")}>
      <Timeline
        events={packet.events.map((event) => ({
          key: event.id,
          icon: handoverIcons[event.event],
          title: ownEventLabels[event.event],
          detail: event.note,
          at: event.at.toISOString(),
          when: <OwnTime at={event.at} zone={packet.zone} />,
        }))}
      />
    </Panel>
  );
}
