"use server";

import { formAction } from "@/app/form-action";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { withdrawInvitation } from "@/lib/organisation/members/commands/withdraw-invitation";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";

/** The message of a saved form is the link itself: it is shown once and kept nowhere. */
export const inviteMemberAction = formAction(inviteMember, {
  confirm: "member.invite",
  refresh: "/admin/invitations",
  saved: ({ token }) => `${env().APP_ORIGIN}/invitation#${token}`,
});

export const withdrawInvitationAction = formAction(withdrawInvitation, {
  refresh: "/admin/invitations",
  saved: t("Invitation withdrawn"),
});
