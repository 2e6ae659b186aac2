"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { draftCertificate } from "@/lib/documents/certificates/draft-certificate";
import { fillInNumbers } from "../../../fill-in-numbers";

export async function draftCertificateAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    const asked = { ...Object.fromEntries(form), exhibitIds: form.getAll("exhibitIds") };
    const { id } = await draftCertificate(await actingCtx(), asked);
    redirect(`/cases/${form.get("caseId")}/documents/${id}` as Route);
  };
  return runForm(form, act, (sent) => fillInNumbers(sent, { exhibitIds: { kind: "exhibit", sent: "many" } }));
}
