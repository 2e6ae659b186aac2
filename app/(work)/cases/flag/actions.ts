"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { mostCases } from "@/lib/casework/assignments/rules";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** One flag on each ticked case. A case that was closed meanwhile gets none: nobody looks at it. */
export async function flagCasesAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = await actingCtx();
    const caseIds = [...form.keys()].flatMap((name) => (name.startsWith("case.") ? name.slice(5) : []));
    if (caseIds.length === 0) {
      const message = t("Tick at least one case.");
      throw new AppError("invalid", message, { caseIds: message });
    }
    for (const caseId of caseIds.slice(0, mostCases)) {
      try {
        await raiseFlag(ctx, { ...Object.fromEntries(form), caseId });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "conflict") throw error;
      }
    }
    revalidatePath("/", "layout");
    redirect("/cases?flagged=yes");
  });
}
