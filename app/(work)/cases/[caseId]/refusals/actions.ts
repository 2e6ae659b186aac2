"use server";

import { formAction } from "@/app/form-action";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { raiseRefusal } from "@/lib/escalation/refusals/raise-refusal";
import { settleRefusal } from "@/lib/escalation/refusals/settle-refusal";
import { fillInNumbers } from "../../fill-in-numbers";

export const logRefusalAction = formAction(logRefusal, {
  fillIn: (sent) => fillInNumbers(sent, { proofExhibitId: { kind: "exhibit", sent: "one" } }),
  refresh: "/cases/[caseId]",
  saved: ({ number }) => `Refusal ${number} logged.`,
});

export const raiseRefusalAction = formAction(raiseRefusal, {
  refresh: "/cases/[caseId]",
  saved: ({ rung }) => `Now with: ${rung}.`,
});

export const settleRefusalAction = formAction(settleRefusal, { refresh: "/cases/[caseId]", saved: "Refusal settled." });
