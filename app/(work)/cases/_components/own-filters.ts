import type { DayFilter, Facet } from "@/app/_ui/table/filters";
import type { ListRules, ListState } from "@/app/_ui/table/url-state";
import { isListed, notKnown, readTyped } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import type { OwnFilter } from "@/lib/oversight/case-list/types";
import { ownColumn } from "@/lib/oversight/saved-views/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const isChosen = ({ kind }: CustomField) => kind === "choice" || kind === "tick";
const ends = ["from", "to"] as const;
const nameOf = (field: CustomField, end?: (typeof ends)[number]) =>
  [ownColumn(field.id), end].filter(Boolean).join("-");

/** What the address of the list may ask of the organisation's own fields. */
export function ownRules(fields: readonly CustomField[]): ListRules["filters"] {
  const named = fields.filter(isListed).flatMap((field): [string, readonly string[] | "text" | "date"][] => {
    if (isChosen(field)) return [[nameOf(field), optionsOf(field).map(({ value }) => value)]];
    return ends.map((end) => [nameOf(field, end), field.kind === "date" ? "date" : "text"]);
  });
  return Object.fromEntries(named);
}

/** The same of an address, as the query takes it. A number that is none asks nothing. */
export function ownFilters({ filters }: ListState, fields: readonly CustomField[]): OwnFilter[] {
  return fields.filter(isListed).flatMap((field): OwnFilter[] => {
    const of = { fieldId: field.id, kind: field.kind as OwnFilter["kind"] };
    const values = filters[nameOf(field)];
    if (isChosen(field)) return values ? [{ ...of, values }] : [];
    const [from, to] = ends.map((end) => readTyped(field, filters[nameOf(field, end)]?.[0] ?? "").value ?? undefined);
    return from || to ? [{ ...of, from, to }] : [];
  });
}

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

function optionsOf({ kind, choices }: CustomField) {
  const unknown = { value: notKnown, label: t("Not known") };
  if (kind === "tick") return [{ value: "yes", label: t("Yes") }, { value: "no", label: t("No") }, unknown];
  return [...choices.map(({ key, label }) => ({ value: key, label })), unknown];
}
