"use server";

import { formAction } from "@/app/form-action";
import { liftStop } from "@/lib/casework/minors-stop/lift-stop";
import { recordSighting } from "@/lib/casework/minors-stop/record-sighting";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { t } from "@/lib/platform/language/translate";

export const stopImagesAction = formAction(stopImages, {
  refresh: "/cases/[caseId]",
  goTo: (_made, form) => `/cases/${form.get("caseId")}/evidence/stop`,
});

export const liftStopAction = formAction(liftStop, {
  refresh: "/cases/[caseId]",
  saved: t("The stop is lifted. Files can be added again."),
});

export const recordSightingAction = formAction(recordSighting, {
  refresh: "/cases/[caseId]",
  saved: t("Recorded. No image was kept."),
});
