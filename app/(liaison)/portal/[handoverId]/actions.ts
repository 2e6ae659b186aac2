"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { numberHandover } from "@/lib/handover/handovers/commands/number-handover";
import { recordOutcome } from "@/lib/handover/handovers/commands/record-outcome";

export async function acknowledgeAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await acknowledgeHandover(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/portal", "layout");
    return "Acknowledged. The organisation sees it now.";
  });
}

export async function numberAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await numberHandover(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/portal", "layout");
    return "Saved. The number is in the case’s references now.";
  });
}

export async function askAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await askAboutPacket(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/portal", "layout");
    return "Asked. The organisation sees it now, and the answer will stand here.";
  });
}

export async function outcomeAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await recordOutcome(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/portal", "layout");
    return "Saved. The organisation sees it now.";
  });
}
