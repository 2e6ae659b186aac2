"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { officeZone } from "@/lib/law/office/rules";
import { waitingWords } from "@/lib/organisation/access-changes/labels";
import { withdrawAccessChange } from "@/lib/organisation/access-changes/withdraw-access-change";
import { endGrant } from "@/lib/organisation/grants/end-grant";
import { grantOwnApproval } from "@/lib/organisation/grants/grant-own-approval";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { endAllSessions } from "@/lib/organisation/members/commands/end-all-sessions";
import { endSessions } from "@/lib/organisation/members/commands/end-sessions";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { env } from "@/lib/platform/env";
import { formatInstant } from "@/lib/platform/text/format";
import { requireTick } from "../require-tick";

export async function changeRoleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { waits, opensAt } = await changeRole(
      await confirmPerson(form, "member.change_role"),
      Object.fromEntries(form),
    );
    revalidatePath("/admin/members");
    return waits ? waitingWords(opensAt && formatInstant(opensAt, officeZone())) : "Role changed";
  });
}

export async function withdrawRoleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await withdrawAccessChange(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/members");
    return "Taken back";
  });
}

/** The message of a saved form is the link itself: it is shown once and kept nowhere. */
export async function renewAccessAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { token } = await renewAccess(await confirmPerson(form, "member.renew"), Object.fromEntries(form));
    return `${env().APP_ORIGIN}/invitation#${token}`;
  });
}

export async function removeMemberAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    requireTick(form, "sure", "Tick this first: a removal cannot be undone.");
    await removeMember(await confirmPerson(form, "member.remove"), Object.fromEntries(form));
    revalidatePath("/admin/members");
    return "Person removed";
  });
}

export async function endSessionsAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await endSessions(await confirmPerson(form, "session.end_theirs"), Object.fromEntries(form));
    return "Signed out everywhere";
  });
}

export async function endAllSessionsAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await endAllSessions(await confirmPerson(form, "session.end_all"), Object.fromEntries(form));
    redirect("/sign-in");
  });
}

export async function grantOwnApprovalAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await grantOwnApproval(await confirmPerson(form, "member.grant"), Object.fromEntries(form));
    revalidatePath("/admin/members");
    return "Permission given";
  });
}

export async function endGrantAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await endGrant(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/members");
    return "Permission ended";
  });
}
