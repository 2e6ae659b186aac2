"use server";

import { formAction } from "@/app/form-action";
import { endAbsence } from "@/lib/organisation/absences/end-absence";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { t } from "@/lib/platform/language/translate";

export const recordAbsenceAction = formAction(recordAbsence, {
  refresh: "/",
  saved: t("Time off saved. It ends automatically."),
});

export const endAbsenceAction = formAction(endAbsence, { refresh: "/", saved: t("Time off ended.") });
