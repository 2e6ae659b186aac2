import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import type { IconName } from "@/app/_ui/icon-names";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { FoldedTimeline } from "@/app/_ui/timeline";
import { packetEventLabels } from "@/lib/packets/packets/labels";
import type { PacketEventName, PacketEventView, PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones } from "@/lib/platform/text/format";
import { commentOnPacketAction } from "../actions";

const signs: Record<PacketEventName, IconName> = {
  drafted: "pencil",
  built: "check",
  failed: "circle-alert",
  cancelled: "circle-minus",
  retried: "rotate-ccw",
  commented: "message-square",
  approved: "stamp",
  returned: "undo-2",
  withdrawn: "ban",
};

/** The internal history of this version, and its comments. Officers see none of it. */
export function HistoryPanel({ packet, events }: { packet: PacketView; events: readonly PacketEventView[] }) {
  return (
    <Panel id="history" title={t("History and comments")} end={<span className="muted">{t("Stays inside")}</span>}>
      {events.length > 0 ? (
        <FoldedTimeline
          first={4}
          more={t("earlier entry")}
          many={t("earlier entries")}
          events={events.toReversed().map((event) => ({
            key: event.id,
            icon: signs[event.event],
            title: `${packetEventLabels[event.event]}${event.by ? t(" by {by}", { by: event.by }) : ""}${event.own ? t(", the person who asked") : ""}`,
            detail: event.words ? <span className="event__words">{event.words}</span> : null,
            at: event.at.toISOString(),
            when: formatBothZones(event.at, packet.zone, packet.zoneThere),
          }))}
        />
      ) : (
        <p className="muted">{t("Nothing is noted yet.")}</p>
      )}
      <ActionForm action={commentOnPacketAction} label={t("Comment on the packet")}>
        <input type="hidden" name="packetId" value={packet.id} />
        <TextArea
          name="words"
          label={t("Comment")}
          hint={t("For the people of this case. It cannot be changed or removed later.")}
          rows={3}
        />
        <SubmitFoot variant="secondary" icon="message-square" pendingText={t("Adding the comment")}>
          {t("Add the comment")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
