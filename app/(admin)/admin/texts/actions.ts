"use server";

import { formAction } from "@/app/form-action";
import { confirmText } from "@/lib/client/wording/confirm-text";
import { returnText } from "@/lib/client/wording/return-text";
import { rewordText } from "@/lib/client/wording/reword-text";
import { t } from "@/lib/platform/language/translate";

const refresh = "/admin/texts";

export const confirmTextAction = formAction(confirmText, {
  refresh,
  saved: t("Confirmed. It lapses when the text changes."),
});

export const rewordTextAction = formAction(rewordText, { refresh, saved: t("Saved. Clients read it from now on.") });

export const returnTextAction = formAction(returnText, { refresh, saved: t("Put back to our text.") });
