import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";
import { authorityPapers } from "./documents/authority";
import { interpolFacts } from "./documents/interpol";
import { platformPapers } from "./documents/platform-reports";

/** Papers that belong to no one country: the words of platforms and hash services. */
export const documents: DocumentTemplateDraft[] = [...platformPapers, interpolFacts, ...authorityPapers];
