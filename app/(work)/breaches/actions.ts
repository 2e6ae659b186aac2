"use server";

import { formAction } from "@/app/form-action";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { countAffected } from "@/lib/privacy/breaches/commands/count-affected";
import { draftNotices } from "@/lib/privacy/breaches/commands/draft-notices";
import { noteNoticeSent } from "@/lib/privacy/breaches/commands/note-notice-sent";
import { noteRegulatorTold } from "@/lib/privacy/breaches/commands/note-regulator-told";
import { recordBreach } from "@/lib/privacy/breaches/commands/record-breach";
import { reviewNotice } from "@/lib/privacy/breaches/commands/review-notice";

export const recordBreachAction = formAction(recordBreach, {
  input: (form) => ({ ...Object.fromEntries(form), categories: form.getAll("categories") }),
  refresh: "/breaches",
  saved: t("Recorded. Open it below to list who is affected."),
});

export const countAffectedAction = formAction(countAffected, {
  refresh: "/breaches",
  saved: ({ clients }) => t("{clients} on the list.", { clients: plural(clients, "client") }),
});

export const draftNoticesAction = formAction(draftNotices, {
  refresh: "/breaches",
  saved: ({ notices }) =>
    t("{notices} drafted. Review each before it is given.", { notices: plural(notices, "notice") }),
});

export const reviewNoticeAction = formAction(reviewNotice, { refresh: "/breaches", saved: t("Reviewed.") });

export const noteNoticeSentAction = formAction(noteNoticeSent, { refresh: "/breaches", saved: t("Noted.") });

export const noteRegulatorToldAction = formAction(noteRegulatorTold, { refresh: "/breaches", saved: t("Noted.") });
