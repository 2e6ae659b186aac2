"use server";

import { formAction } from "@/app/form-action";
import { allowPasskey } from "@/lib/organisation/members/commands/allow-passkey";
import { unlockCodes } from "@/lib/organisation/members/commands/unlock-codes";
import { acknowledgeAlert } from "@/lib/oversight/alerts/acknowledge-alert";
import { t } from "@/lib/platform/language/translate";

export const acknowledgeAlertAction = formAction(acknowledgeAlert, {
  refresh: "/admin/alerts",
  saved: t("Noted that you looked at it"),
});

export const allowPasskeyAction = formAction(allowPasskey, {
  confirm: "factor.allow",
  refresh: "/admin/alerts",
  saved: t("Allowed. It counts from now on."),
});

export const unlockCodesAction = formAction(unlockCodes, {
  confirm: "factor.allow",
  refresh: "/admin/alerts",
  saved: t("Unlocked. Codes count from now on."),
});
