"use server";

import { decided, formAction } from "@/app/form-action";
import { askLook } from "@/lib/casework/emergency-access/ask-look";
import { decideLook } from "@/lib/casework/emergency-access/decide-look";
import { endLook } from "@/lib/casework/emergency-access/end-look";
import { seeNotice } from "@/lib/casework/emergency-access/see-notice";

export const askLookAction = formAction(askLook, {
  refresh: "/emergency",
  saved: "Sent. Phone a supervisor if it cannot wait: they release it under Emergency access.",
});

export const decideLookAction = formAction(decideLook, {
  refresh: "/",
  ...decided("look.release", "Released. The owner was told.", "Not released."),
});

export const endLookAction = formAction(endLook, { refresh: "/", saved: "Ended." });

export const seeNoticeAction = formAction(seeNotice, { refresh: "/", saved: "Noted." });
