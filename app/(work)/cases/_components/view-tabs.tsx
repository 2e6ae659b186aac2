import type { Route } from "next";
import { type Tab, Tabs } from "@/app/_ui/tabs";
import type { ViewCounts } from "@/lib/oversight/case-list/types";
import type { SavedView } from "@/lib/oversight/saved-views/types";
import { t } from "@/lib/platform/language/translate";
import { formatCount } from "@/lib/platform/text/format";

type ViewTabsProps = {
  counts: ViewCounts;
  /** What the list asks now, with its order and without its place. */
  asked: string;
  views: readonly SavedView[];
  /** The address of the list that asks nothing. */
  all: string;
};

/** The views that everybody needs, then those that were saved. */
export function ViewTabs({ counts, asked, views, all }: ViewTabsProps) {
  const fixed: { label: string; query: string; count: number }[] = [
    { label: t("All open"), query: "", count: counts.open },
    { label: t("Overdue"), query: "due=overdue", count: counts.overdue },
    { label: t("Mine"), query: "owner=me", count: counts.mine },
    { label: t("No activity 14 days"), query: "quiet=14", count: counts.quiet },
  ];
  const saved: Tab[] = views.map((view) => ({
    label: view.name,
    icon: view.shared ? "users" : "user",
    href: (view.query ? `/cases?${view.query}` : all) as Route,
    current: asked === view.query,
  }));
  const items: Tab[] = fixed.map(({ label, query, count }) => ({
    label,
    count: formatCount(count, 1000),
    href: (query ? `/cases?${query}` : all) as Route,
    current: asked === query && !saved.some((tab) => tab.current),
  }));
  return <Tabs label={t("Views")} items={[...items, ...saved]} />;
}
