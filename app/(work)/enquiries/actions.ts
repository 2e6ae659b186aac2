"use server";

import { formAction } from "@/app/form-action";
import { answerEnquiry } from "@/lib/client/enquiries/commands/answer-enquiry";
import { linkEnquiry } from "@/lib/client/enquiries/commands/link-enquiry";
import { noteRead } from "@/lib/client/enquiries/commands/note-read";
import { referEnquiry } from "@/lib/client/enquiries/commands/refer-enquiry";
import { setEnquiryAside } from "@/lib/client/enquiries/commands/set-enquiry-aside";
import { takeUpEnquiry } from "@/lib/client/enquiries/commands/take-up-enquiry";
import { t } from "@/lib/platform/language/translate";

const refresh = "/enquiries";

export const noteReadAction = formAction(noteRead, { refresh, saved: t("She sees that somebody read it.") });

export const answerEnquiryAction = formAction(answerEnquiry, {
  refresh,
  saved: t("She finds it with her code. Nothing was sent to her."),
});

export const referEnquiryAction = formAction(referEnquiry, {
  refresh,
  saved: t("She finds it with her code. The enquiry is closed, and open again if she writes."),
});

export const setEnquiryAsideAction = formAction(setEnquiryAside, {
  refresh,
  saved: t("Set aside. She sees that it was read, and nothing else."),
});

export const takeUpEnquiryAction = formAction(takeUpEnquiry, { refresh, saved: t("Open again.") });

export const linkEnquiryAction = formAction(linkEnquiry, {
  refresh,
  saved: t("Part of the case now. Only those who work on it see it."),
});
