import type { TechnologyItem } from "@/lib/law/jurisdictions/common/technology-items";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const checkStates = ["not_asked", "fine", "to_do", "done"] as const;
export type CheckState = (typeof checkStates)[number];

/** An item with what was last found about it. */
export type CheckedItem = {
  item: TechnologyItem;
  state: CheckState;
  note: string | null;
  checkedOn: CivilDate | null;
  by: string;
};
