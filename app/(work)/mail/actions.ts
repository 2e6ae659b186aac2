"use server";

import { formAction } from "@/app/form-action";
import { fileMail } from "@/lib/escalation/incoming-mail/commands/file-mail";
import { linkMail } from "@/lib/escalation/incoming-mail/commands/link-mail";
import { setMailAside } from "@/lib/escalation/incoming-mail/commands/set-mail-aside";
import { takeUpMail } from "@/lib/escalation/incoming-mail/commands/take-up-mail";
import { unfileMail } from "@/lib/escalation/incoming-mail/commands/unfile-mail";
import { fileAsExhibit } from "@/lib/escalation/incoming-mail/file-as-exhibit";
import { t } from "@/lib/platform/language/translate";

const refresh = "/mail";

export const fileMailAction = formAction(fileMail, {
  refresh,
  saved: ({ code }) => t("Filed as {code} on the register of letters.", { code }),
});

export const unfileMailAction = formAction(unfileMail, {
  refresh,
  saved: t("Taken off the register. The mail waits again."),
});

export const fileAsExhibitAction = formAction(fileAsExhibit, {
  refresh,
  saved: ({ label }) => t("Evidence now, as {label}. Its ledger says from which mail it comes.", { label }),
});

export const setMailAsideAction = formAction(setMailAside, {
  refresh,
  saved: t("Set aside. It is erased later, unless somebody takes it up again."),
});

export const takeUpMailAction = formAction(takeUpMail, { refresh, saved: t("It waits again.") });

export const linkMailAction = formAction(linkMail, {
  refresh,
  saved: t("It belongs to the case now. Those who work on it see it."),
});
