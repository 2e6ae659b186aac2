import type { PaperKind } from "./types";

/** What a reader of the signature is shown. Not translated: it is part of what is signed. */
export const paperTitles: Record<PaperKind, string> = {
  certificate: "Certificate of handover",
  receipt: "Receipt",
  slip: "Receipt slip",
};
