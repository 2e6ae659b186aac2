import { FilterPanel, type PanelProps } from "./filters";

/** The filters of a list: beside it on a desk, folded above it on a narrow screen. Rendered once, placed by the styles. */
export function FilterSide(props: PanelProps) {
  return (
    <aside className="panel facets" aria-label="Filters">
      <details>
        <summary className="p-3">Filters</summary>
        <div className="panel__head">
          <h2>Filters</h2>
        </div>
        <FilterPanel {...props} />
      </details>
    </aside>
  );
}
