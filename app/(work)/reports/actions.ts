"use server";

import { formAction } from "@/app/form-action";
import { forgetCounts } from "@/lib/oversight/reports/forget-counts";

export const countAgainAction = formAction(forgetCounts, { refresh: "/reports" });
