"use server";

import { formAction } from "@/app/form-action";
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
  saved: "Recorded. Open it below to list whom it concerns.",
});

export const countAffectedAction = formAction(countAffected, {
  refresh: "/breaches",
  saved: ({ clients }) => `${plural(clients, "client")} on the list.`,
});

export const draftNoticesAction = formAction(draftNotices, {
  refresh: "/breaches",
  saved: ({ notices }) => `${plural(notices, "notice")} drafted. Review each before it is given.`,
});

export const reviewNoticeAction = formAction(reviewNotice, { refresh: "/breaches", saved: "Reviewed." });

export const noteNoticeSentAction = formAction(noteNoticeSent, { refresh: "/breaches", saved: "Noted." });

export const noteRegulatorToldAction = formAction(noteRegulatorTold, { refresh: "/breaches", saved: "Noted." });
