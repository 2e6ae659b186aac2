import type { IconName } from "@/app/_ui/icon-names";
import type { StepStatus } from "@/lib/escalation/ladder/types";

/** How a state is rendered: class of the card, tone of the chip, sign in the node and the chip. */
export const statusLook: Record<StepStatus, { card: string; chip: string; icon: IconName }> = {
  done: { card: "step--done", chip: "chip--done", icon: "check" },
  ready: { card: "step--now", chip: "chip--accent", icon: "arrow-right" },
  begun: { card: "step--now", chip: "chip--accent", icon: "arrow-right" },
  waiting: { card: "step--waiting", chip: "chip--waiting", icon: "hourglass" },
  overdue: { card: "step--overdue", chip: "chip--overdue", icon: "circle-alert" },
  not_yet: { card: "step--later", chip: "", icon: "circle-dashed" },
  skipped: { card: "step--na", chip: "", icon: "minus" },
};
