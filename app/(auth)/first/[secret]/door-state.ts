import type { FormState } from "@/app/_ui/form-state";
import type { DoorOutcome } from "@/lib/auth/first-contact/types";

/** What the door answered to a try, when it stays shut. */
export type DoorState = FormState & { closed?: Exclude<DoorOutcome, "open" | "wrong"> };
