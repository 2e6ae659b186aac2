import { findReferenceKind, type Law, referenceKindsOf } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import type { KindChoice } from "./_components/reference-form";

/** The kinds of number that matter to a case, grouped by country, with what is mistaken for each. */
export function kindChoices(playbook: Playbook, law: Law): KindChoice[] {
  return referenceKindsOf(playbook, law).map((one) => {
    const [mistaken] = one.parser.shape === "station_serial" ? one.parser.notA : [];
    const other = mistaken ? findReferenceKind(mistaken, law) : null;
    const country = one.jurisdiction === playbook.home.code ? playbook.home.name : playbook.there.name;
    return {
      value: one.key,
      label: one.label,
      hint: one.hint,
      example: one.example,
      needsStation: one.parser.shape === "station_serial",
      group: one.jurisdiction ? country : "Either",
      mistaken: other ? { value: other.key, label: other.label } : undefined,
    };
  });
}
