import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { changeLabels } from "@/lib/escalation/deadlines/labels";
import type { ClockChangeView } from "@/lib/escalation/deadlines/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const icons = { paused: "hourglass", resumed: "rotate-ccw", extended: "calendar-days", answered: "check" } as const;

type Props = { changes: readonly ClockChangeView[]; children?: React.ReactNode };

/** What people changed about clocks, the newest first; it only grows. */
export function ChangesPanel({ changes, children }: Props) {
  if (changes.length === 0) return null;
  return (
    <Panel title={t("What was changed")} id="changes">
      <Timeline
        events={changes.map((change) => ({
          key: change.id,
          icon: icons[change.change],
          title: `${change.clock}: ${changeLabels[change.change].toLowerCase()}${change.until ? t(", until {until}", { until: formatDate(change.until) }) : ""}`,
          detail: change.reason,
          at: change.on,
          when: t("{on}, by {by}", { on: formatDate(change.on), by: change.by }),
        }))}
      />
      {children}
    </Panel>
  );
}
