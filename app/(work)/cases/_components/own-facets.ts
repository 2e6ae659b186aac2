import type { DayFilter, Facet } from "@/app/_ui/table/filters";
import { isListed } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { isChosen, nameOf, optionsOf } from "@/lib/oversight/case-list/address/rules";
import { t } from "@/lib/platform/language/translate";
import type { ListState } from "@/lib/platform/list-state";
import { formatDate } from "@/lib/platform/text/format";

/** The boxes of choices and ticks in the panel beside the list. */
export function ownFacets(fields: readonly CustomField[]): Facet[] {
  return fields
    .filter((field) => isListed(field) && isChosen(field))
    .map((field) => ({ name: nameOf(field), label: field.label, folded: true, options: optionsOf(field) }));
}

/** From and to, of dates and numbers. */
export function ownRanges(fields: readonly CustomField[]): DayFilter[] {
  return fields
    .filter((field) => isListed(field) && !isChosen(field))
    .flatMap((field) => [
      { name: nameOf(field, "from"), label: t("{label}, from", { label: field.label }), ...typeOf(field) },
      { name: nameOf(field, "to"), label: t("{label}, to", { label: field.label }), ...typeOf(field) },
    ]);
}

/** Ranges that are on, in words. */
export function ownRangeFacets({ filters }: ListState, fields: readonly CustomField[]): Facet[] {
  return ownRanges(fields).map(({ name, label, type }) => ({
    name,
    label,
    options: (filters[name] ?? []).map((value) => ({ value, label: type ? value : formatDate(value) })),
  }));
}

const typeOf = ({ kind }: CustomField) => (kind === "number" ? ({ type: "number" } as const) : {});
