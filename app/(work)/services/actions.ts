"use server";

import { formAction } from "@/app/form-action";
import { addService } from "@/lib/casework/services/add-service";
import { amendService } from "@/lib/casework/services/amend-service";
import { retireService } from "@/lib/casework/services/retire-service";
import { t } from "@/lib/platform/language/translate";

export const addServiceAction = formAction(addService, { refresh: "/services", saved: t("Service added.") });

export const amendServiceAction = formAction(amendService, {
  refresh: "/services",
  saved: t("Saved. The details count as checked today."),
});

export const retireServiceAction = formAction(retireService, {
  refresh: "/services",
  saved: t("Out of use. Nobody is referred there any more."),
});
