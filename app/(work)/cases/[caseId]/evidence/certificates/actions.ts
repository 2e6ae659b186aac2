"use server";

import { formAction } from "@/app/form-action";
import { draftCertificate } from "@/lib/documents/certificates/draft-certificate";
import { fillInNumbers } from "../../../fill-in-numbers";

export const draftCertificateAction = formAction(draftCertificate, {
  fillIn: (form) => fillInNumbers(form, { exhibitIds: { kind: "exhibit", sent: "many" } }),
  input: (form) => ({ ...Object.fromEntries(form), exhibitIds: form.getAll("exhibitIds") }),
  goTo: ({ id }, form) => `/cases/${form.get("caseId")}/documents/${id}`,
});
