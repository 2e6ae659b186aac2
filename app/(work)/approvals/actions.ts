"use server";

import { decided, formAction } from "@/app/form-action";
import { decideAccessChange } from "@/lib/organisation/access-changes/decide-access-change";
import { t } from "@/lib/platform/language/translate";

export const decideAccessAction = formAction(decideAccessChange, {
  refresh: "/",
  ...decided("access.release", t("Released"), t("Refused")),
});
