"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { makeFeed } from "@/lib/escalation/reminders/make-feed";
import { revokeFeed } from "@/lib/escalation/reminders/revoke-feed";
import { setWishes } from "@/lib/escalation/reminders/set-wishes";
import { env } from "@/lib/platform/env";

export async function setWishesAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await setWishes(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/account");
    return "Reminders saved.";
  });
}

/** The message of a saved form is the address itself: it is shown once and kept nowhere. */
export async function makeFeedAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { token } = await makeFeed(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/account");
    return `${env().APP_ORIGIN}/api/calendar/${token}`;
  });
}

export async function revokeFeedAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await revokeFeed(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/account");
    return "Calendar address closed.";
  });
}
