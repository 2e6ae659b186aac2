"use server";

import { formAction } from "@/app/form-action";
import { endLeave } from "@/lib/organisation/absences/end-leave";
import { setLeave } from "@/lib/organisation/absences/set-leave";

export const setLeaveAction = formAction(setLeave, { refresh: "/", saved: "Leave set. It ends by itself." });

export const endLeaveAction = formAction(endLeave, { refresh: "/", saved: "Leave ended." });
