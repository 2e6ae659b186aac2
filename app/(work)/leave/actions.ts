"use server";

import { formAction } from "@/app/form-action";
import { endAbsence } from "@/lib/organisation/absences/end-absence";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";

export const recordAbsenceAction = formAction(recordAbsence, { refresh: "/", saved: "Leave set. It ends by itself." });

export const endAbsenceAction = formAction(endAbsence, { refresh: "/", saved: "Leave ended." });
