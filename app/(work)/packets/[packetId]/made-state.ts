import type { FormState } from "@/app/_ui/form-state";

/** What a new link is, once: the address to send, and the code to tell by phone. */
export type MadeState = FormState & { made?: { link: string; code: string } };
