"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { deleteArrival } from "@/lib/operations/arrivals/delete-arrival";
import { placeChosen } from "@/lib/operations/arrivals/place-chosen";
import { readIntake } from "@/lib/operations/arrivals/read-intake";
import { carryText } from "@/lib/oversight/search/carry-text";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { t } from "@/lib/platform/language/translate";

export const placeArrivalAction = formAction(placeChosen, {
  refresh: "/arrivals",
  saved: t("It is on the case now."),
});

export const deleteArrivalAction = formAction(deleteArrival, { refresh: "/arrivals", saved: t("Deleted.") });

/** What was typed is passed to the form that opens a case, encrypted in a cookie; none of it is in a URL. */
export async function openIntakeAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = await actingCtx();
    const carried = await readIntake(ctx, String(form.get("arrivalId") ?? ""));
    const { name, options } = soughtCookie("client");
    (await cookies()).set(name, carryText(ctx, "client").seal(JSON.stringify(carried)), options);
    redirect("/cases/new/details");
  });
}
