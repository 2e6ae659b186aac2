"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { addIdentifier } from "@/lib/identifiers/add-identifier";
import { amendIdentifier } from "@/lib/identifiers/amend-identifier";
import { removeIdentifier } from "@/lib/identifiers/remove-identifier";
import { addSubject } from "@/lib/subjects/add-subject";
import { amendAccount } from "@/lib/subjects/amend-account";
import { amendSubject } from "@/lib/subjects/amend-subject";
import { linkAccount } from "@/lib/subjects/link-account";
import { tieAccountExhibit } from "@/lib/subjects/tie-account-exhibit";
import { untieAccountExhibit } from "@/lib/subjects/untie-account-exhibit";
import { fillInNumbers } from "../../fill-in-numbers";

const fillIn = (form: FormData) => fillInNumbers(form, { exhibitId: { kind: "exhibit", sent: "one" } });

export async function addSubjectAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await addSubject(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Subject added.";
  });
}

export async function amendSubjectAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendSubject(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Subject changed.";
  });
}

export async function linkAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    await linkAccount(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Account linked.";
  };
  return runForm(form, act, fillIn);
}

export async function amendAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendAccount(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Account changed.";
  });
}

export async function tieAccountExhibitAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    await tieAccountExhibit(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Exhibit tied.";
  };
  return runForm(form, act, fillIn);
}

export async function untieAccountExhibitAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await untieAccountExhibit(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Taken back.";
  });
}

export async function addIdentifierAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    await addIdentifier(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Added to the board.";
  };
  return runForm(form, act, fillIn);
}

export async function amendIdentifierAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    await amendIdentifier(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Identifier changed.";
  };
  return runForm(form, act, fillIn);
}

export async function removeIdentifierAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await removeIdentifier(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Taken off the board.";
  });
}
