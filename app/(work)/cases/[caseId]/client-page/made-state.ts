import type { FormState } from "@/app/_ui/form-state";

/** Link and PIN are in this one answer and nowhere else. */
export type MadeState = FormState & { made?: { link: string; pin: string } };
