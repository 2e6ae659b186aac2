"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { cancelAssembly } from "@/lib/packets/packets/commands/cancel-assembly";
import { retryAssembly } from "@/lib/packets/packets/commands/retry-assembly";

export async function cancelAssemblyAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await cancelAssembly(await actingCtx(), { packetId: form.get("packetId") });
    revalidatePath("/packets/[packetId]", "page");
    return "Asked to stop.";
  });
}

export async function retryAssemblyAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await retryAssembly(await actingCtx(), { packetId: form.get("packetId") });
    revalidatePath("/packets/[packetId]", "page");
    return "Started again.";
  });
}
