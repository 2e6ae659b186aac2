"use server";

import { formAction } from "@/app/form-action";
import { answerClock } from "@/lib/escalation/deadlines/answer-clock";
import { extendClock } from "@/lib/escalation/deadlines/extend-clock";
import { pauseClock } from "@/lib/escalation/deadlines/pause-clock";
import { resumeClock } from "@/lib/escalation/deadlines/resume-clock";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { renewPreservation } from "@/lib/escalation/preservation/renew-preservation";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

export const pauseClockAction = formAction(pauseClock, {
  refresh: "/cases/[caseId]",
  saved: t("The clock is paused."),
});

export const resumeClockAction = formAction(resumeClock, {
  refresh: "/cases/[caseId]",
  saved: t("The clock runs again."),
});

export const extendClockAction = formAction(extendClock, {
  refresh: "/cases/[caseId]",
  saved: ({ until }) => t("The clock runs until {until}.", { until: formatDate(until) }),
});

export const startClockAction = formAction(startClock, { refresh: "/cases/[caseId]", saved: t("It is on the list.") });

export const answerClockAction = formAction(answerClock, { refresh: "/cases/[caseId]", saved: t("Answered.") });

export const recordPreservationAction = formAction(recordPreservation, {
  refresh: "/cases/[caseId]",
  saved: t("Recorded."),
});

export const renewPreservationAction = formAction(renewPreservation, {
  refresh: "/cases/[caseId]",
  saved: t("Recorded."),
});
