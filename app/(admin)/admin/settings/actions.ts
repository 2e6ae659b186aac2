"use server";

import { formAction } from "@/app/form-action";
import { setEnquiries } from "@/lib/client/enquiries/commands/set-enquiries";
import { setPages } from "@/lib/client/pages/set-pages";
import { setChecks } from "@/lib/escalation/checks/set-checks";
import { setMailDays } from "@/lib/escalation/incoming-mail/commands/set-mail-days";
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

export const setEnquiriesAction = formAction(setEnquiries, { refresh: "/admin", saved: t("Saved") });
export const setChecksAction = formAction(setChecks, {
  input: (form) => ({ on: form.get("on"), platforms: form.getAll("platforms"), ownHosts: form.get("ownHosts") }),
  refresh: "/admin",
  saved: t("Saved"),
});

export const setMailDaysAction = formAction(setMailDays, { refresh: "/admin", saved: t("Saved") });

export const setPagesAction = formAction(setPages, { refresh: "/admin", saved: t("Saved") });

export const setOfflineAction = formAction(setOffline, { refresh: "/admin", saved: t("Saved") });
