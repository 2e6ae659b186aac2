"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { amendIncident } from "@/lib/casework/incidents/amend-incident";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { tieExhibit } from "@/lib/casework/incidents/tie-exhibit";
import { fillInNumbers } from "../../fill-in-numbers";

const numbered = {
  accountId: { kind: "account", sent: "one" },
  exhibitId: { kind: "exhibit", sent: "one" },
} as const;

const fillIn = (form: FormData) => fillInNumbers(form, numbered);

export async function logIncidentAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    const { code } = await logIncident(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return `Incident ${code} logged.`;
  };
  return runForm(form, act, fillIn);
}

export async function amendIncidentAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    await amendIncident(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Incident changed.";
  };
  return runForm(form, act, fillIn);
}

export async function tieExhibitAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    await tieExhibit(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Exhibit tied.";
  };
  return runForm(form, act, fillIn);
}
