import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";
import { reliabilityStatement } from "./documents/certificates";
import { domesticOrder } from "./documents/domestic-order";
import { policeLetters } from "./documents/police-letters";
import { protectionOrderPapers } from "./documents/protection-orders";
import { outsideRefusals } from "./documents/refusals-outside";
import { sapsRefusals } from "./documents/refusals-saps";
import { regulatorPapers } from "./documents/regulators";
import { swornStatement } from "./documents/sworn-statement";

/** Papers for South African bodies. */
export const documents: DocumentTemplateDraft[] = [
  swornStatement,
  ...sapsRefusals,
  ...outsideRefusals,
  ...policeLetters,
  ...regulatorPapers,
  ...protectionOrderPapers,
  domesticOrder,
  reliabilityStatement,
];
