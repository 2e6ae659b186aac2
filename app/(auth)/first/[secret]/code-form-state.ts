import type { FormState } from "@/app/_ui/form-state";
import type { LinkOutcome } from "@/lib/auth/first-contact/types";

/** What the door answered to a try, when it stays shut. */
export type CodeFormState = FormState & { closed?: Exclude<LinkOutcome, "open" | "wrong"> };
