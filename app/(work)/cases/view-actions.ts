"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { amendView } from "@/lib/oversight/saved-views/amend-view";
import { chooseList } from "@/lib/oversight/saved-views/choose-list";
import { removeView } from "@/lib/oversight/saved-views/remove-view";
import { saveView } from "@/lib/oversight/saved-views/save-view";

export async function saveViewAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await saveView(await actingCtx(), { ...Object.fromEntries(form), columns: form.getAll("columns") });
    revalidatePath("/cases");
    return "View saved. It stands above the list.";
  });
}

export async function amendViewAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendView(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases");
    return "View changed.";
  });
}

export async function removeViewAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await removeView(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases");
    return form.has("undo") ? "View brought back." : "View removed. You can undo this here for a day.";
  });
}

export async function chooseListAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const columns = form.has("suited") ? null : form.getAll("columns");
    await chooseList(await actingCtx(), form.has("form") ? { columns } : Object.fromEntries(form));
    revalidatePath("/cases");
    return form.has("form") ? "Columns saved." : "Saved.";
  });
}
