"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { readMessage } from "@/lib/escalation/messages/queries";
import { recordPasted } from "@/lib/escalation/messages/record-pasted";
import { pastedForm } from "@/lib/escalation/messages/rules";
import { t } from "@/lib/platform/language/translate";

/** One form, two buttons: reading answers with what was found, saving keeps what was ticked; from a search it leads to the case. */
export async function pasteMessageAction(_before: FormState, form: FormData): Promise<FormState> {
  const ctx = await actingCtx();
  const fields = Object.fromEntries(form);
  const saving = await runForm(form, async () => {
    if (fields.act !== "save") return undefined;
    const { caseId, saved, pseudonym } = await recordPasted(ctx, pastedForm(fields));
    revalidatePath("/cases/[caseId]", "layout");
    if (fields.leadsTo === "case") redirect(`/cases/${caseId}/references` as Route);
    return t("Saved {saved} to {pseudonym}", { saved, pseudonym });
  });
  return saving.message && saving.status === "saved" ? saving : withFound(ctx, form, saving);
}

type ActingCtx = Awaited<ReturnType<typeof actingCtx>>;

/** The answer with what the message holds, so that it is shown again whatever became of the saving. */
async function withFound(ctx: ActingCtx, form: FormData, saving: FormState): Promise<FormState> {
  const fields = Object.fromEntries(form);
  let found = "";
  const reading = await runForm(form, async () => {
    found = JSON.stringify(await readMessage(ctx, fields));
    return undefined;
  });
  if (reading.status === "failed") return reading;
  if (saving.status === "failed") return { ...saving, values: { ...saving.values, found } };
  return { status: "idle", fields: {}, values: { message: String(fields.message ?? ""), found } };
}
