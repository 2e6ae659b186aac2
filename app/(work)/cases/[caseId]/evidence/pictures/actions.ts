"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import { nestFields } from "@/lib/packets/packets/input";
import { plural } from "@/lib/platform/text/format";

export async function clearPicturesAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { looked } = await clearPictures(await actingCtx(), nestFields(form));
    revalidatePath("/cases/[caseId]", "layout");
    revalidatePath("/packets/[packetId]", "page");
    return `Kept in your name: ${plural(looked, "picture")}.`;
  });
}
