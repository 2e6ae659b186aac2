"use server";

import { formAction } from "@/app/form-action";
import { askForCheck } from "@/lib/escalation/checks/ask-for-check";
import { setCaseChecks } from "@/lib/escalation/checks/set-case-checks";
import { addTakedown } from "@/lib/escalation/takedowns/commands/add-takedown";
import { answerTakedown } from "@/lib/escalation/takedowns/commands/answer-takedown";
import { dropTakedown } from "@/lib/escalation/takedowns/commands/drop-takedown";
import { numberTakedown } from "@/lib/escalation/takedowns/commands/number-takedown";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { trackItems } from "@/lib/escalation/takedowns/commands/track-items";
import { undoEntry } from "@/lib/escalation/takedowns/commands/undo-entry";
import { t } from "@/lib/platform/language/translate";
import { fillInNumbers } from "../../fill-in-numbers";

/** A proof may be named by its number where a case has too many exhibits to list. */
const fillInProof = (sent: FormData) => fillInNumbers(sent, { proofExhibitId: { kind: "exhibit", sent: "one" } });

export const trackItemsAction = formAction(trackItems, {
  refresh: "/cases/[caseId]",
  input: (form) => ({ caseId: form.get("caseId"), keys: form.getAll("keys") }),
  saved: ({ added }) => (added === 1 ? t("1 item added.") : t("{added} items added.", { added })),
});

export const addTakedownAction = formAction(addTakedown, {
  refresh: "/cases/[caseId]",
  saved: ({ code }) => t("{code} added.", { code }),
});

export const reportTakedownAction = formAction(reportTakedown, {
  fillIn: fillInProof,
  refresh: "/cases/[caseId]",
  saved: t("Report recorded."),
});

export const numberTakedownAction = formAction(numberTakedown, {
  fillIn: fillInProof,
  refresh: "/cases/[caseId]",
  saved: t("Report ID recorded."),
});

export const answerTakedownAction = formAction(answerTakedown, {
  fillIn: fillInProof,
  refresh: "/cases/[caseId]",
  saved: t("Answer recorded."),
});

export const recordLooksAction = formAction(recordLooks, {
  fillIn: fillInProof,
  refresh: "/cases/[caseId]",
  input: (form) => ({ ...Object.fromEntries(form), takedownIds: form.getAll("takedownIds") }),
  saved: ({ looked }) => (looked === 1 ? t("Recorded for 1 item.") : t("Recorded for {looked} items.", { looked })),
});

export const askForCheckAction = formAction(askForCheck, {
  refresh: "/cases/[caseId]",
  saved: t("Asked for. What is found stands in the history in a minute or two."),
});

export const setCaseChecksAction = formAction(setCaseChecks, { refresh: "/cases/[caseId]", saved: t("Saved") });

export const undoEntryAction = formAction(undoEntry, { refresh: "/cases/[caseId]", saved: t("Undone.") });

export const dropTakedownAction = formAction(dropTakedown, {
  refresh: "/cases/[caseId]",
  goTo: ({ caseId }) => `/cases/${caseId}/takedowns`,
});
