import type { FormState } from "@/app/_ui/form-state";
import type { LinkOutcome } from "@/lib/auth/first-contact/types";

/** The answer to a code if the link stays closed. */
export type CodeFormState = FormState & { closed?: Exclude<LinkOutcome, "open" | "wrong"> };
