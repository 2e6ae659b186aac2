import type { CivilDate } from "@/lib/platform/time/calendar";

/** How far a step is: what was done by us, then who has it, then what they did with it. */
export const stages = ["to_do", "prepared", "sent", "received", "answered", "closed", "not_needed"] as const;
export type Stage = (typeof stages)[number];

export type StepStage = {
  stage: Stage;
  /** Since when, where a day is known. */
  on: CivilDate | null;
  /** Who has it: the receiver of the step, or an officer on the way to it. Null while it is with us. */
  by: string | null;
  /** An officer has the packet, and nothing shows that the receiver of the step has it. */
  onTheWay: boolean;
};
