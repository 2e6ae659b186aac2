import type { FormState } from "@/app/_ui/form-state";

/** A new link, shown once: the URL to send, and the code to tell by phone. */
export type MadeState = FormState & { made?: { link: string; code: string } };
