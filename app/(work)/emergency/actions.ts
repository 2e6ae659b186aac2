"use server";

import { decided, formAction } from "@/app/form-action";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { endEmergencyAccess } from "@/lib/casework/emergency-access/end-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { seeNotice } from "@/lib/casework/emergency-access/see-notice";

export const requestEmergencyAccessAction = formAction(requestEmergencyAccess, {
  refresh: "/emergency",
  saved: "Sent. Phone a supervisor if it cannot wait: they release it under Emergency access.",
});

export const decideEmergencyAccessAction = formAction(decideEmergencyAccess, {
  refresh: "/",
  ...decided("look.release", "Released. The owner was told.", "Not released."),
});

export const endEmergencyAccessAction = formAction(endEmergencyAccess, { refresh: "/", saved: "Ended." });

export const seeNoticeAction = formAction(seeNotice, { refresh: "/", saved: "Noted." });
