import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";

/** Papers that belong to no one country: the words of platforms and hash services. */
export const documents: DocumentTemplateDraft[] = [];
