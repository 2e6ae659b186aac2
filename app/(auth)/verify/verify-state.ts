import type { FormState } from "@/app/_ui/form-state";
import type { CheckedVersion } from "@/lib/packets/packets/types";

/** What the page of checking knows after a try. */
export type VerifyState = FormState & { found?: { number: string; versions: CheckedVersion[] } };
