"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
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
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { requireTick } from "../require-tick";

export const changeRoleAction = formAction(changeRole, {
  confirm: "member.change_role",
  refresh: "/admin/members",
  saved: ({ waits, opensAt }) =>
    waits ? waitingWords(opensAt && formatInstant(opensAt, officeZone())) : t("Role changed"),
});

export const withdrawRoleAction = formAction(withdrawAccessChange, {
  refresh: "/admin/members",
  saved: t("Taken back"),
});

/** The message of a saved form is the link itself: it is shown once and kept nowhere. */
export const renewAccessAction = formAction(renewAccess, {
  confirm: "member.renew",
  saved: ({ token }) => `${env().APP_ORIGIN}/invitation#${token}`,
});

export async function removeMemberAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    requireTick(form, "sure", t("Tick this first: a removal cannot be undone."));
    await removeMember(await confirmPerson(form, "member.remove"), Object.fromEntries(form));
    revalidatePath("/admin/members");
    return t("Person removed");
  });
}

export const endSessionsAction = formAction(endSessions, {
  confirm: "session.end_theirs",
  saved: t("Signed out everywhere"),
});

export const endAllSessionsAction = formAction(endAllSessions, { confirm: "session.end_all", goTo: () => "/sign-in" });

export const grantOwnApprovalAction = formAction(grantOwnApproval, {
  confirm: "member.grant",
  refresh: "/admin/members",
  saved: t("Permission given"),
});

export const endGrantAction = formAction(endGrant, { refresh: "/admin/members", saved: t("Permission ended") });
