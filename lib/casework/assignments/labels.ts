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
  not_permitted: t("Its owner or a supervisor assigns it, to somebody who works here."),
  closed: t("A closed case keeps its owner. Reopen it first."),
  gone: t("There is no such case for you."),
};
