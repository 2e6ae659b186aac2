import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { TakedownState } from "@/lib/escalation/steps/types";
import { stateLabels } from "@/lib/escalation/takedowns/labels";

const kinds: Record<TakedownState, ChipKind> = {
  to_report: "accent",
  reported: "waiting",
  more_asked: "warning",
  refused: "overdue",
  appealed: "waiting",
  removed: "done",
  closed: "plain",
};

export function StateChip({ state }: { state: TakedownState }) {
  return <Chip kind={kinds[state]}>{stateLabels[state]}</Chip>;
}
