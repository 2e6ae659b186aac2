"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { withdrawInvitation } from "@/lib/organisation/members/commands/withdraw-invitation";
import { env } from "@/lib/platform/env";

/** The message of a saved form is the link itself: it is shown once and kept nowhere. */
export async function inviteMemberAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { token } = await inviteMember(await confirmPerson(form, "member.invite"), Object.fromEntries(form));
    revalidatePath("/admin/invitations");
    return `${env().APP_ORIGIN}/invitation#${token}`;
  });
}

export async function withdrawInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await withdrawInvitation(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/invitations");
    return "Invitation withdrawn";
  });
}
