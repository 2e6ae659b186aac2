"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/session";
import { revealExhibit } from "@/lib/exposures/reveal-exhibit";
import { coverWords } from "@/lib/redactions/cover-words";
import { liftWordCover } from "@/lib/redactions/lift-word-cover";

export async function coverWordsAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await coverWords(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Covered in every packet that is built from now on. Look at the words below.";
  });
}

export async function liftWordCoverAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await liftWordCover(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Cover taken back. The next packet prints these words.";
  });
}

/** Shows the words to this person for a while, and writes down that they were read. */
export async function unfoldWordsAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await revealExhibit(await actingCtx(), { exhibitId: String(form.get("exhibitId")), what: "text" });
    revalidatePath("/cases/[caseId]", "layout");
    return undefined;
  });
}
