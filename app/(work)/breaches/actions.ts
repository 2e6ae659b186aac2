"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { plural } from "@/lib/platform/text/format";
import { countAffected } from "@/lib/privacy/breaches/commands/count-affected";
import { draftNotices } from "@/lib/privacy/breaches/commands/draft-notices";
import { noteNoticeSent } from "@/lib/privacy/breaches/commands/note-notice-sent";
import { noteRegulatorTold } from "@/lib/privacy/breaches/commands/note-regulator-told";
import { recordBreach } from "@/lib/privacy/breaches/commands/record-breach";
import { reviewNotice } from "@/lib/privacy/breaches/commands/review-notice";

export async function recordBreachAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const categories = form.getAll("categories");
    await recordBreach(await actingCtx(), { ...Object.fromEntries(form), categories });
    revalidatePath("/breaches");
    return "Recorded. Open it below to list whom it concerns.";
  });
}

export async function countAffectedAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { clients } = await countAffected(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/breaches");
    return `${plural(clients, "client")} on the list.`;
  });
}

export async function draftNoticesAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { notices } = await draftNotices(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/breaches");
    return `${plural(notices, "notice")} drafted. Review each before it is given.`;
  });
}

export async function reviewNoticeAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await reviewNotice(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/breaches");
    return "Reviewed.";
  });
}

export async function noteNoticeSentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await noteNoticeSent(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/breaches");
    return "Noted.";
  });
}

export async function noteRegulatorToldAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await noteRegulatorTold(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/breaches");
    return "Noted.";
  });
}
