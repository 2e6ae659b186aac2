import type { Facet } from "@/app/_ui/table/filters";
import type { CatalogPart } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import type { ListRules, ListState } from "@/lib/platform/list-state";

const standings = [
  { value: "usable", label: t("Can be used") },
  { value: "refused", label: t("Not in force") },
  { value: "to_confirm", label: t("To confirm") },
  { value: "stale", label: t("Stale") },
  { value: "changed", label: t("Changed here") },
];

type Country = { code: string; name: string };

export function lawRules(countries: readonly Country[]): ListRules {
  return {
    sorts: [],
    defaultSort: { key: "data", dir: "asc" },
    filters: {
      q: "text",
      country: [...countries.map((country) => country.code), "none"],
      standing: standings.map((standing) => standing.value),
    },
  };
}

/** Companies belong to no country, so there is no country filter for them. */
export function lawFacets(countries: readonly Country[], part: CatalogPart | null): Facet[] {
  const named = countries.map((country) => ({ value: country.code, label: country.name }));
  const country = {
    name: "country",
    label: t("Country"),
    options: [...named, { value: "none", label: t("No one country") }],
  };
  const standing = { name: "standing", label: t("Status"), options: standings };
  return part === "platforms" ? [standing] : [country, standing];
}

/** The search in the form that the law takes. */
export function askedOf(state: ListState) {
  return {
    text: state.filters.q?.[0],
    countries: state.filters.country,
    standing: state.filters.standing,
  };
}
