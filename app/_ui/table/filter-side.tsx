import { type Facet, FilterPanel } from "./filters";
import type { ListRules, ListState } from "./url-state";

type FilterSideProps = { path: string; state: ListState; rules: ListRules; facets: readonly Facet[] };

/** The filters beside a list on a desk. */
export function FilterSide(props: FilterSideProps) {
  return (
    <aside className="panel facets" aria-labelledby="filters-title">
      <div className="panel__head">
        <h2 id="filters-title">Filters</h2>
      </div>
      <FilterPanel {...props} />
    </aside>
  );
}

/** The same on a narrow screen, folded above the list. */
export function FilterFold(props: FilterSideProps) {
  return (
    <details className="panel min-[72rem]:hidden">
      <summary className="p-3">Filters</summary>
      <FilterPanel {...props} />
    </details>
  );
}
