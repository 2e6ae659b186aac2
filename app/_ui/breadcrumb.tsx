import type { Route } from "next";
import { t } from "@/lib/platform/language/translate";
import { Icon } from "./icon";
import { PageLink } from "./page-link";

export type Crumb = { label: string; href: Route };

/** The way back up. The page itself is not in it: its heading follows. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label={t("Breadcrumb")} className="noprint">
      <ol className="row row--tight">
        {items.map((item, i) => (
          <li key={item.href} className="row row--tight">
            {i > 0 ? <Icon name="chevron-right" className="faint" /> : null}
            <PageLink href={item.href}>{item.label}</PageLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
