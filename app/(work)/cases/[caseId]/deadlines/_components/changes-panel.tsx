import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import { changeLabels } from "@/lib/escalation/deadlines/labels";
import type { ClockChangeView } from "@/lib/escalation/deadlines/types";
import { formatDate } from "@/lib/platform/text/format";

const icons = { paused: "hourglass", resumed: "rotate-ccw", extended: "calendar-days", answered: "check" } as const;

type Props = { changes: readonly ClockChangeView[]; children?: React.ReactNode };

/** What people changed about clocks, the newest first; it only grows. */
export function ChangesPanel({ changes, children }: Props) {
  if (changes.length === 0) return null;
  return (
    <Panel title="What was changed" id="changes">
      <Timeline
        events={changes.map((one) => ({
          key: one.id,
          icon: icons[one.change],
          title: `${one.clock}: ${changeLabels[one.change].toLowerCase()}${one.until ? `, until ${formatDate(one.until)}` : ""}`,
          detail: one.reason,
          at: one.on,
          when: `${formatDate(one.on)}, by ${one.by}`,
        }))}
      />
      {children}
    </Panel>
  );
}
