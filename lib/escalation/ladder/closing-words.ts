import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { anyOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";

/** What closes a step, by its own rule: each alone is enough. */
export function closingWords(step: PlaybookStep, law: Law): string[] {
  return step.doneWhen.map((rule) => {
    if (rule.by === "reference") {
      const kinds = rule.anyOf.map((key) => findReferenceKind(key, law)?.label ?? key);
      return t("The number is recorded: {kinds}", { kinds: anyOf(kinds) });
    }
    if (rule.by === "outcome") return t("Their answer is logged");
    if (rule.by === "submitted") return t("It is marked as sent: no answer comes");
    if (rule.by === "safe_contact") return t("Safe contact is agreed with the client");
    if (rule.by === "document") return rule.state === "sworn" ? t("The document is sworn") : t("The document is final");
    return rule.of === "exhibits" ? t("The first exhibit is kept") : t("The first incident is logged");
  });
}
