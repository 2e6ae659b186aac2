"use server";

import { runForm } from "@/app/_ui/run-form";
import { typedValues } from "@/app/_ui/typed-values";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { offerRecord } from "@/lib/client/papers/offer-record";
import { previewRecord } from "@/lib/client/papers/queries";
import { nestFields } from "@/lib/packets/packets/input";
import { tickNumbers } from "../../../fill-in-numbers";
import type { OfferState } from "./offer-state";

const fillIn = async (form: FormData) => tickNumbers(form, "exhibits");

const offer = formAction(offerRecord, {
  fillIn,
  input: nestFields,
  refresh: "/cases/[caseId]",
  goTo: (_made, form) => `/cases/${form.get("caseId")}/client-page#papers`,
});

/** One form, two buttons: it shows the paper as she would read it, or puts it on her page. */
export async function offerRecordAction(before: OfferState, form: FormData): Promise<OfferState> {
  if (form.get("act") !== "preview") return offer(before, form);
  const values = typedValues(form);
  const shown: Pick<OfferState, "preview"> = {};
  const show = async () => {
    shown.preview = await previewRecord(await actingCtx(), nestFields(form));
    return undefined;
  };
  const state = await runForm(form, show, fillIn);
  return state.status === "failed"
    ? state
    : { status: "idle", fields: {}, values, unsaved: true, preview: shown.preview };
}
