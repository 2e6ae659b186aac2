"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { checkExhibit } from "@/lib/evidence/exhibits/check-exhibit";
import { amendExhibit } from "@/lib/evidence/exhibits/commands/amend-exhibit";
import { amendExhibits } from "@/lib/evidence/exhibits/commands/amend-exhibits";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import { takeOverClaims } from "@/lib/evidence/exhibits/commands/take-over-claims";
import { isUnmarked } from "@/lib/evidence/exhibits/rules";
import { showPlace } from "@/lib/evidence/exposure/show-place";
import { letOutOriginal } from "@/lib/evidence/scans/let-out-original";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { fillInNumbers } from "../../fill-in-numbers";
import { nameAccount } from "./name-account";
import { requireFilled } from "./require-filled";

const numbered = {
  accountId: { kind: "account", sent: "one" },
  incidentIds: { kind: "incident", sent: "many" },
} as const;

const fillIn = (form: FormData) => fillInNumbers(form, numbered);

export async function amendExhibitAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    const typed = { ...Object.fromEntries(form), incidentIds: form.getAll("incidentIds").filter(Boolean) };
    const unmarks = isUnmarked(form.get("wasMarked"), form.get("sensitivity"));
    const ctx = unmarks ? await confirmPerson(form, "exhibit.unmark_intimate") : await actingCtx();
    await nameAccount(ctx, typed);
    await amendExhibit(ctx, typed);
    revalidatePath("/cases/[caseId]", "layout");
    return t("Details saved. The original is unchanged");
  };
  return runForm(form, act, fillIn);
}

/** One field of one exhibit, filled in from the list. */
export async function fillGapAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    requireFilled(form);
    const typed = { ...Object.fromEntries(form), incidentIds: form.getAll("incidentIds").filter(Boolean) };
    const ctx = await actingCtx();
    await nameAccount(ctx, typed);
    await amendExhibits(ctx, typed);
    revalidatePath("/cases/[caseId]", "layout");
    return t("Saved");
  };
  return runForm(form, act, fillIn);
}

export const takeOverClaimsAction = formAction(takeOverClaims, {
  input: (form) => ({ ...Object.fromEntries(form), exhibitIds: form.getAll("exhibitIds") }),
  refresh: "/cases/[caseId]",
  saved: ({ count }) => t("Filled in on {exhibits}, as their files say", { exhibits: plural(count, "exhibit") }),
});

/** The place that a file names, for the person who asks. */
export const showPlaceAction = formAction(showPlace, { refresh: "/cases/[caseId]" });

export const recordCustodyAction = formAction(recordCustody, {
  refresh: "/cases/[caseId]",
  saved: t("Written in the ledger"),
});

export const checkExhibitAction = formAction(checkExhibit, {
  input: (form) => ({ exhibitId: String(form.get("exhibitId")) }),
  refresh: "/cases/[caseId]",
  saved: ({ verified }) =>
    verified ? t("The stored file still has its hash") : t("The stored file is not the one that arrived"),
});

/** The permanent ID typed for an account without one. */
export const nameAccountAction = formAction(nameAccount, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: t("Id kept with the account"),
});

/** A supervisor takes an original that a virus scanner holds back. */
export const letOutAction = formAction(letOutOriginal, {
  confirm: "exhibit.let_out",
  refresh: "/cases/[caseId]",
  saved: t("Out of quarantine: download it now"),
});

/** Only the proof, for an intimate original: the page then shows its link. */
export async function proveTakeAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await confirmPerson(form, "exhibit.take_intimate");
    revalidatePath("/cases/[caseId]", "layout");
    return t("Confirmed. You can download it now.");
  });
}
