"use server";

import { decided, formAction } from "@/app/form-action";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { endEmergencyAccess } from "@/lib/casework/emergency-access/end-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { seeNotice } from "@/lib/casework/emergency-access/see-notice";
import { t } from "@/lib/platform/language/translate";

export const requestEmergencyAccessAction = formAction(requestEmergencyAccess, {
  refresh: "/emergency",
  saved: t("Sent. Phone a supervisor if it cannot wait: they release it under Emergency access."),
});

export const decideEmergencyAccessAction = formAction(decideEmergencyAccess, {
  refresh: "/",
  ...decided("look.release", t("Released. The owner was told."), t("Not released.")),
});

export const endEmergencyAccessAction = formAction(endEmergencyAccess, { refresh: "/", saved: t("Ended.") });

export const seeNoticeAction = formAction(seeNotice, { refresh: "/", saved: t("Noted.") });
