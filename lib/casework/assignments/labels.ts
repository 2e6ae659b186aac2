import { t } from "@/lib/platform/language/translate";
import type { AssignmentResult } from "./types";

export const resultLabels: Record<AssignmentResult, string> = {
  given: t("Given"),
  theirs: t("Already theirs"),
  not_permitted: t("Not permitted"),
  closed: t("Closed"),
  gone: t("Not found"),
};

export const resultHints: Record<AssignmentResult, string> = {
  given: t("The new owner acts on it from now."),
  theirs: t("Nothing was changed."),
  not_permitted: t("Only its owner or a supervisor can assign it, and only to a member of your organisation."),
  closed: t("A closed case keeps its owner. Reopen it first."),
  gone: t("There is no such case, or you do not have access to it."),
};
