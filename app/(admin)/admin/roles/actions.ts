"use server";

import { decided, formAction } from "@/app/form-action";
import { officeZone } from "@/lib/law/office/rules";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { assignRole } from "@/lib/organisation/roles/assign-role";
import { decideRoleChange } from "@/lib/organisation/roles/decide-role-change";
import { waitingWords } from "@/lib/organisation/roles/labels";
import { withdrawRoleChange } from "@/lib/organisation/roles/withdraw-role-change";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

const saved = ({ opensAt }: { opensAt: Date | null }) => waitingWords(opensAt && formatInstant(opensAt, officeZone()));

export const askRoleChangeAction = formAction(askRoleChange, {
  confirm: "role.change",
  refresh: "/admin/roles",
  input: (form) => ({ ...Object.fromEntries(form), keeps: form.getAll("keeps") }),
  saved,
});

export const assignRoleAction = formAction(assignRole, { confirm: "role.change", refresh: "/admin/roles", saved });

export const decideRoleChangeAction = formAction(decideRoleChange, {
  refresh: "/admin/roles",
  ...decided("role.change", t("Confirmed. It counts from the next click of each person."), t("Refused")),
});

export const withdrawRoleChangeAction = formAction(withdrawRoleChange, {
  refresh: "/admin/roles",
  saved: t("Taken back"),
});
