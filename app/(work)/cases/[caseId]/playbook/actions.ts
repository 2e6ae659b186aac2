"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { movePlaybook } from "@/lib/casework/cases/commands/move-playbook";

export async function movePlaybookAction(_before: FormState, form: FormData): Promise<FormState> {
  revalidatePath("/cases", "layout");
  return runForm(form, async () => {
    await movePlaybook(await actingCtx(), Object.fromEntries(form));
    return "Moved. The ladder is drawn by the newer version.";
  });
}
