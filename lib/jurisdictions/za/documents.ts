import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";

/** Papers for South African bodies. */
export const documents: DocumentTemplateDraft[] = [];
