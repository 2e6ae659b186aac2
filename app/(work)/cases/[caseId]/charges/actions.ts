"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { answerElements } from "@/lib/casework/charges/answer-elements";
import { dropCharge } from "@/lib/casework/charges/drop-charge";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { setAsideOffence } from "@/lib/casework/charges/set-aside-offence";
import { AppError, NothingChanged } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { fillInNumbers } from "../../fill-in-numbers";
import { nestedForm } from "../../nested-form";
import { linkHref } from "./questions";

export async function nameChargeAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const [homeOffence, thereOffence] = String(form.get("pair") ?? "").split(" ");
    const caseId = form.get("caseId");
    await nameCharge(await actingCtx(), { caseId, homeOffence, thereOffence }).catch(throwAtPair);
    revalidatePath(`/cases/${String(caseId)}`, "layout");
    return t("Offence named.");
  });
}

/** One picker names both offences, so errors about either are shown there. */
function throwAtPair(error: unknown): never {
  const message = error instanceof AppError ? Object.values(error.fields).join(" ") : "";
  throw message && error instanceof AppError ? new AppError(error.code, error.message, { pair: message }) : error;
}

const numbered = {
  "answers.*.incidents": { kind: "incident", sent: "ticks" },
  "answers.*.exhibits": { kind: "exhibit", sent: "ticks" },
} as const;

export async function answerElementsAction(_before: FormState, form: FormData): Promise<FormState> {
  const caseId = String(form.get("caseId"));
  const then = String(form.get("then") ?? "");
  const next = /^(home|there|pair)-[a-z0-9-]+$/.test(then) ? linkHref(caseId, Number(form.get("number")), then) : null;
  const act = async () => {
    await answerElements(await actingCtx(), nestedForm(form)).catch((error: unknown) => {
      // Nothing to record for this element yet: continuing to the next gap is possible anyway.
      if (!(next && error instanceof NothingChanged)) throw error;
    });
    revalidatePath(`/cases/${caseId}`, "layout");
    if (next) redirect(next);
    return t("Evidence linked to the element.");
  };
  return runForm(form, act, (sent) => fillInNumbers(sent, numbered));
}

export const dropChargeAction = formAction(dropCharge, {
  refresh: "/cases/[caseId]",
  saved: t("Offence removed from the case."),
});

export const setAsideOffenceAction = formAction(setAsideOffence, {
  refresh: "/cases/[caseId]",
  saved: t("Kept as considered and not relied on."),
});
