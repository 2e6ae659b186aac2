"use server";

import { formAction } from "@/app/form-action";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { amendPlanEntry } from "@/lib/casework/safety/plans/amend-plan-entry";
import { removePlanEntry } from "@/lib/casework/safety/plans/remove-plan-entry";
import { recordSafetyReview } from "@/lib/casework/safety/reviews/record-safety-review";
import { assessRisk } from "@/lib/casework/safety/risk/assess-risk";
import { decideRisk } from "@/lib/casework/safety/risk/decide-risk";
import { recordDeviceCheck } from "@/lib/casework/safety/technology/record-device-check";
import { t } from "@/lib/platform/language/translate";

/** Back to the section; after "save and add another" its form is open again, also without script. */
export const addPlanEntryAction = formAction(addPlanEntry, {
  refresh: "/cases/[caseId]",
  goTo: ({ caseId, section }, form) =>
    `/cases/${caseId}/safety${form.get("then") === "another" ? `?add=${section}` : ""}#${section}`,
});

export const amendPlanEntryAction = formAction(amendPlanEntry, {
  refresh: "/cases/[caseId]",
  evenRefused: true,
  saved: t("Entry changed."),
});

export const removePlanEntryAction = formAction(removePlanEntry, {
  refresh: "/cases/[caseId]",
  saved: t("Entry removed. Earlier versions still have it."),
});

export const recordSafetyReviewAction = formAction(recordSafetyReview, {
  refresh: "/cases/[caseId]",
  saved: t("Review recorded."),
});

export const assessRiskAction = formAction(assessRisk, {
  refresh: "/cases/[caseId]",
  goTo: ({ caseId }) => `/cases/${caseId}/safety/risk#suggested`,
});

export const decideRiskAction = formAction(decideRisk, {
  refresh: "/cases/[caseId]",
  evenRefused: true,
  saved: t("Risk decided."),
});

export const recordDeviceCheckAction = formAction(recordDeviceCheck, {
  refresh: "/cases/[caseId]",
  saved: t("Answer saved."),
});
