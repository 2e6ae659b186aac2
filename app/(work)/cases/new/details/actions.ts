"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { nestedForm, typedValues, withRows } from "../../nested-form";

/** One form, several buttons: rows are added and removed by the server, so that it works without script. */
export async function openCaseAction(_before: FormState, form: FormData): Promise<FormState> {
  const rows = withRows(typedValues(form), String(form.get("do") ?? ""));
  if (rows) return { status: "idle", fields: {}, values: rows, unsaved: true };
  return runForm(form, async () => {
    const { id } = await openCase(await actingCtx(), nestedForm(form));
    redirect(`/cases/${id}`);
  });
}
