"use server";

import { formAction } from "@/app/form-action";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { amendAccount } from "@/lib/casework/subjects/commands/amend-account";
import { amendSubject } from "@/lib/casework/subjects/commands/amend-subject";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { linkAccountExhibit } from "@/lib/casework/subjects/commands/link-account-exhibit";
import { unlinkAccountExhibit } from "@/lib/casework/subjects/commands/unlink-account-exhibit";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { amendIdentifier } from "@/lib/casework/subjects/identifiers/amend-identifier";
import { removeIdentifier } from "@/lib/casework/subjects/identifiers/remove-identifier";
import { t } from "@/lib/platform/language/translate";
import { fillInNumbers } from "../../fill-in-numbers";

const fillIn = (form: FormData) => fillInNumbers(form, { exhibitId: { kind: "exhibit", sent: "one" } });

export const addSubjectAction = formAction(addSubject, { refresh: "/cases/[caseId]", saved: t("Subject added.") });

export const amendSubjectAction = formAction(amendSubject, {
  refresh: "/cases/[caseId]",
  saved: t("Subject changed."),
});

export const linkAccountAction = formAction(linkAccount, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: t("Account linked."),
});

export const amendAccountAction = formAction(amendAccount, {
  refresh: "/cases/[caseId]",
  saved: t("Account changed."),
});

export const linkAccountExhibitAction = formAction(linkAccountExhibit, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: t("Evidence linked."),
});

export const unlinkAccountExhibitAction = formAction(unlinkAccountExhibit, {
  refresh: "/cases/[caseId]",
  saved: t("Taken back."),
});

export const addIdentifierAction = formAction(addIdentifier, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: t("Added to the board."),
});

export const amendIdentifierAction = formAction(amendIdentifier, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: t("Identifier changed."),
});

export const removeIdentifierAction = formAction(removeIdentifier, {
  refresh: "/cases/[caseId]",
  saved: t("Removed from the board."),
});
