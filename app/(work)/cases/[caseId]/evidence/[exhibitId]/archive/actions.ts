"use server";

import { formAction } from "@/app/form-action";
import { askPicture } from "@/lib/evidence/archives/ask-picture";
import { takeOutMember } from "@/lib/evidence/archives/take-out-member";
import { t } from "@/lib/platform/language/translate";

export const askPictureAction = formAction(askPicture, {
  refresh: "/cases/[caseId]",
  saved: t("The picture is being drawn. It appears here in a moment."),
});

export const takeOutMemberAction = formAction(takeOutMember, {
  refresh: "/cases/[caseId]",
  saved: ({ label }) => t("Taken out as exhibit {label}. Its details can be completed on its page.", { label }),
});
