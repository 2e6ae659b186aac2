"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";

export async function noteDispatchAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = form.get("withAnnex") === "on" ? await confirmPerson(form, "annex.give") : await actingCtx();
    await noteDispatch(ctx, Object.fromEntries(form));
    revalidatePath("/packets/[packetId]", "page");
    return "Noted. It stands in the dispatch log.";
  });
}
