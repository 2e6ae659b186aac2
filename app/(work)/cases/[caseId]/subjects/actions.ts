"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { amendAccount } from "@/lib/casework/subjects/commands/amend-account";
import { amendSubject } from "@/lib/casework/subjects/commands/amend-subject";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { tieAccountExhibit } from "@/lib/casework/subjects/commands/tie-account-exhibit";
import { untieAccountExhibit } from "@/lib/casework/subjects/commands/untie-account-exhibit";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { amendIdentifier } from "@/lib/casework/subjects/identifiers/amend-identifier";
import { removeIdentifier } from "@/lib/casework/subjects/identifiers/remove-identifier";
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
