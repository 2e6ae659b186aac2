import { FilterPanel, type PanelProps } from "./filters";

/** The filters beside a list on a desk. */
export function FilterSide(props: PanelProps) {
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
export function FilterFold(props: PanelProps) {
  return (
    <details className="panel min-[78rem]:hidden">
      <summary className="p-3">Filters</summary>
      <FilterPanel {...props} />
    </details>
  );
}
