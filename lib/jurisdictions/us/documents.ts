import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";
import { certificatePapers } from "./documents/certificates";
import { cyberTip } from "./documents/cyber-tip";
import { fbiSheets } from "./documents/fbi-sheets";
import { officerPapers } from "./documents/for-officers";
import { usPoliceLetters } from "./documents/police-letters";
import { removalPapers } from "./documents/removal";
import { statements } from "./documents/statements";

/** Papers for United States bodies. */
export const documents: DocumentTemplateDraft[] = [
  ...statements,
  ...fbiSheets,
  cyberTip,
  ...removalPapers,
  ...officerPapers,
  ...usPoliceLetters,
  ...certificatePapers,
];
