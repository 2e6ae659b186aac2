import { t } from "@/lib/platform/language/translate";
import type { SectionItem } from "./nav";
import { SectionLinks } from "./nav-links";

/** The navigation of one case in the side bar. `label` is the code name and number, never a client's name. */
export function SideSection({ label, items }: { label: string; items: readonly SectionItem[] }) {
  return (
    <nav className="nav" aria-label={t("This case")}>
      <div className="nav__label">{label}</div>
      <SectionLinks items={items} countClass="nav__n" />
    </nav>
  );
}
