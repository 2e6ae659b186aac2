"use server";

import { formAction } from "@/app/form-action";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { raiseRefusal } from "@/lib/escalation/refusals/raise-refusal";
import { settleRefusal } from "@/lib/escalation/refusals/settle-refusal";
import { t } from "@/lib/platform/language/translate";
import { fillInNumbers } from "../../fill-in-numbers";

export const logRefusalAction = formAction(logRefusal, {
  fillIn: (sent) => fillInNumbers(sent, { proofExhibitId: { kind: "exhibit", sent: "one" } }),
  refresh: "/cases/[caseId]",
  saved: ({ number }) => t("Refusal {number} logged.", { number }),
});

export const raiseRefusalAction = formAction(raiseRefusal, {
  refresh: "/cases/[caseId]",
  saved: ({ rung }) => t("Now with: {rung}.", { rung }),
});

export const settleRefusalAction = formAction(settleRefusal, {
  refresh: "/cases/[caseId]",
  saved: t("Refusal settled."),
});
