import type { FormState } from "@/app/_ui/form-state";

/** The address is in this one answer and nowhere else: only a hash of its token is kept. */
export type MadeAddressState = FormState & { made?: { address: string; tag: string } };
