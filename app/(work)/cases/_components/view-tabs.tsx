import type { Route } from "next";
import { type Tab, Tabs } from "@/app/_ui/tabs";
import { formatCount } from "@/lib/platform/format";
import type { ViewCounts } from "@/lib/reports/types";

/** The views that everybody needs. `asked` is the address of the list without its order and place. */
export function ViewTabs({ counts, asked }: { counts: ViewCounts; asked: string }) {
  const views: { label: string; query: string; count: number }[] = [
    { label: "All open", query: "", count: counts.open },
    { label: "Overdue", query: "due=overdue", count: counts.overdue },
    { label: "Mine", query: "owner=me", count: counts.mine },
    { label: "No activity 14 days", query: "quiet=14", count: counts.quiet },
  ];
  const items: Tab[] = views.map(({ label, query, count }) => ({
    label,
    count: formatCount(count, 1000),
    href: (query ? `/cases?${query}` : "/cases") as Route,
    current: asked === query,
  }));
  return <Tabs label="Views" items={items} />;
}
