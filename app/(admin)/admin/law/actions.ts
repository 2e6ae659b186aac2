"use server";

import { formAction } from "@/app/form-action";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { confirmProvision } from "@/lib/law/provisions/confirm-provision";
import { proclaimDay } from "@/lib/law/provisions/proclaim-day";
import { withdrawDay } from "@/lib/law/provisions/withdraw-day";
import { withdrawProvisionChange } from "@/lib/law/provisions/withdraw-provision-change";
import { t } from "@/lib/platform/language/translate";

export const amendProvisionAction = formAction(amendProvision, {
  refresh: "/",
  evenRefused: true,
  saved: t("Saved. It applies from now on, for everyone in your organisation."),
});

export const confirmProvisionAction = formAction(confirmProvision, {
  refresh: "/",
  evenRefused: true,
  saved: t("Saved as checked: the law is the same."),
});

export const withdrawProvisionChangeAction = formAction(withdrawProvisionChange, {
  refresh: "/",
  evenRefused: true,
  saved: t("Changes undone. The released version applies again."),
});

export const proclaimDayAction = formAction(proclaimDay, {
  refresh: "/admin/law/days",
  saved: t("Holiday added. Deadlines are recalculated with the next daily round."),
});

export const withdrawDayAction = formAction(withdrawDay, {
  refresh: "/admin/law/days",
  saved: t("Holiday taken back."),
});
