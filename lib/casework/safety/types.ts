import type { Risk } from "@/lib/casework/cases/types";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { CheckState } from "./technology/types";

/** How the safety of a client stands, in short. Nothing of it is decrypted. */
export type SafetyState = {
  /** Version 0: nothing was written yet. */
  plan: { version: number; reviewedOn: CivilDate | null };
  /** `pending`: questions were answered, and nobody has decided. */
  risk: { level: Risk; decidedOn: CivilDate | null; pending: boolean };
  technology: { counts: Record<CheckState, number>; reviewedOn: CivilDate | null };
};
