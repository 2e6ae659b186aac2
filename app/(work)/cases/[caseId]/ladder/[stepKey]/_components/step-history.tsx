import type { IconName } from "@/app/_ui/icon-names";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { channelLabels } from "@/lib/escalation/ladder/labels";
import type { StepEventView } from "@/lib/escalation/ladder/queries";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";

const words: Record<string, { title: string; icon: IconName }> = {
  begun: { title: t("Begun"), icon: "arrow-right" },
  submitted: { title: t("Sent"), icon: "send" },
  outcome: { title: t("Answered, it goes on"), icon: "message-square" },
  done: { title: t("Done"), icon: "check" },
  skipped: { title: t("Marked as not needed"), icon: "minus" },
  reopened: { title: t("Undone"), icon: "rotate-ccw" },
  contact: { title: t("Call, letter or reply"), icon: "phone" },
};

const titleOf = ({ event, about }: StepEventView) => {
  const title = words[event]?.title ?? event;
  return about ? `${about}: ${title.toLowerCase()}` : title;
};

/** How and with whom, then what was said. */
function detailOf({ channel, withWhom, note }: StepEventView): string | undefined {
  const how = [channel && channelLabels[channel], withWhom].filter(Boolean).join(", ");
  return [how, note].filter(Boolean).join(": ") || undefined;
}

type Props = { events: readonly StepEventView[]; zone: string; children?: React.ReactNode };

/** What happened to the step. It only grows. */
export function StepHistory({ events, zone, children }: Props) {
  return (
    <Panel title={t("History")} id="history">
      {events.length === 0 ? (
        <p className="muted">{t("Nothing was recorded about this step yet.")}</p>
      ) : (
        <Timeline
          events={events.map((event) => ({
            key: event.id,
            icon: words[event.event]?.icon ?? "circle-dot",
            title: `${titleOf(event)}, ${formatDate(event.happenedOn)}`,
            detail: detailOf(event),
            at: event.recordedAt.toISOString(),
            when: t("Recorded {recordedAt}", { recordedAt: formatInstant(event.recordedAt, zone) }),
          }))}
        />
      )}
      {children}
    </Panel>
  );
}
