import { findReferenceKind, type Law, referenceKindsOf } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { KindChoice } from "./_components/reference-form";

/** The kinds of number that matter to a case, grouped by country, with what is mistaken for each. */
export function kindChoices(playbook: Playbook, law: Law): KindChoice[] {
  return referenceKindsOf(playbook, law).map((referenceKind) => {
    const [mistaken] = referenceKind.parser.shape === "station_serial" ? referenceKind.parser.notA : [];
    const other = mistaken ? findReferenceKind(mistaken, law) : null;
    const country = referenceKind.jurisdiction === playbook.home.code ? playbook.home.name : playbook.there.name;
    return {
      value: referenceKind.key,
      label: referenceKind.label,
      hint: referenceKind.hint,
      example: referenceKind.example,
      needsStation: referenceKind.parser.shape === "station_serial",
      group: referenceKind.jurisdiction ? country : t("Either"),
      mistaken: other ? { value: other.key, label: other.label } : undefined,
    };
  });
}
