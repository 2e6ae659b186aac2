import type { FormState } from "@/app/_ui/form-state";
import type { PaperPreview } from "@/lib/client/papers/types";

/** With a preview, the form came back and nothing was offered yet. */
export type OfferState = FormState & { preview?: PaperPreview };
