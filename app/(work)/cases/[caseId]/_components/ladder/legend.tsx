import { Icon } from "@/app/_ui/icon";
import { rich } from "@/app/_ui/rich";
import { KindLegend, WeakLegend } from "@/app/(work)/_components/clock-marks";
import { statusLabels } from "@/lib/escalation/ladder/labels";
import type { StepStatus } from "@/lib/escalation/ladder/types";
import { statusLook } from "./status-look";

const shown: readonly StepStatus[] = ["done", "ready", "waiting", "overdue", "not_yet", "skipped"];

/** What every sign of the picture means. */
export function Legend() {
  return (
    <div className="legend small">
      {shown.map((status) => (
        <span key={status} className={statusLook[status].card}>
          <span className="step__node">
            <Icon name={statusLook[status].icon} />
          </span>
          {statusLabels[status]}
        </span>
      ))}
      <span>
        {rich("{span}Direct: client or advocate may send from home", { span: <span className="legend__direct" /> })}
      </span>
      <span>{rich("{span}Bridge: only officials may cross", { span: <span className="legend__bridge" /> })}</span>
      <KindLegend />
      <WeakLegend />
    </div>
  );
}
