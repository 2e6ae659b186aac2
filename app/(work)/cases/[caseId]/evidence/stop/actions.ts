"use server";

import { formAction } from "@/app/form-action";
import { liftStop } from "@/lib/casework/minors-stop/lift-stop";
import { recordSighting } from "@/lib/casework/minors-stop/record-sighting";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";

export const stopImagesAction = formAction(stopImages, {
  refresh: "/cases/[caseId]",
  goTo: (_made, form) => `/cases/${form.get("caseId")}/evidence/stop`,
});

export const liftStopAction = formAction(liftStop, {
  refresh: "/cases/[caseId]",
  saved: "The stop is lifted. Files are taken again.",
});

export const recordSightingAction = formAction(recordSighting, {
  refresh: "/cases/[caseId]",
  saved: "Recorded. No image was kept.",
});
