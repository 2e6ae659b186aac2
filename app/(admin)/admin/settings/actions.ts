"use server";

import { formAction } from "@/app/form-action";
import { setPages } from "@/lib/client/pages/set-pages";
import { setOffline } from "@/lib/operations/arrivals/set-offline";
import { describeDesk } from "@/lib/organisation/members/commands/describe-desk";
import { t } from "@/lib/platform/language/translate";
import { setKeeping } from "@/lib/privacy/retention/set-keeping";

export const describeDeskAction = formAction(describeDesk, { refresh: "/admin", saved: t("Details saved") });

export const setKeepingAction = formAction(setKeeping, {
  input: (form) => ({ years: form.get("years") }),
  refresh: "/admin",
  saved: t("Years saved"),
});

export const setPagesAction = formAction(setPages, { refresh: "/admin", saved: t("Saved") });

export const setOfflineAction = formAction(setOffline, { refresh: "/admin", saved: t("Saved") });
