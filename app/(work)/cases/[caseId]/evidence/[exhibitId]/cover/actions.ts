"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { liftWordCover } from "@/lib/evidence/redactions/lift-word-cover";

export async function coverWordsAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { approvedBefore } = await coverWords(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return approvedBefore ? `${covered} ${stillShown}` : covered;
  });
}

const covered = "Covered in every packet built from now on. Check them under “As it will be printed”.";
const stillShown =
  "Versions that were approved before keep what they show: withdraw them if these words must not be read there.";

export async function liftWordCoverAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await liftWordCover(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Cover taken back. Packets built from now on print these words where no other cover hides them.";
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
