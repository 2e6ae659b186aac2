import type { Route } from "next";
import { type Tab, Tabs } from "@/app/_ui/tabs";
import { partLabels } from "@/lib/law/provisions/labels";
import { type CatalogPart, catalogParts } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";

/** The parts of the law, each a page with an address; the search goes along. */
export function PartTabs({ current, query = "" }: { current: CatalogPart | null; query?: string }) {
  const items: Tab[] = [
    { href: `/law${query}` as Route, label: t("All"), current: current === null },
    ...catalogParts.map((part) => ({
      href: `/law/${part}${query}` as Route,
      label: partLabels[part],
      current: part === current,
    })),
  ];
  return <Tabs label={t("Parts of the law")} items={items} />;
}
