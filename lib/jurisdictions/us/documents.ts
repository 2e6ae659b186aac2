import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";

/** Papers for United States bodies. */
export const documents: DocumentTemplateDraft[] = [];
