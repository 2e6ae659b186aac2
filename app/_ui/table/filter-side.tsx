import { t } from "@/lib/platform/language/translate";
import { FilterPanel, type PanelProps } from "./filters";

/**
 * The filters of a list: next to it on a wide screen, collapsed above it on a narrow one. Rendered once, placed by CSS.
 */
export function FilterSide(props: PanelProps) {
  return (
    <aside className="panel facets" aria-label={t("Filters")}>
      <details>
        <summary className="facets__summary">{t("Filters")}</summary>
        <div className="panel__head">
          <h2>{t("Filters")}</h2>
        </div>
        <FilterPanel {...props} />
      </details>
    </aside>
  );
}
