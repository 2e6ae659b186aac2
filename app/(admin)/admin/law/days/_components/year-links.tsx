import type { Route } from "next";
import { Tabs } from "@/app/_ui/tabs";
import { t } from "@/lib/platform/language/translate";

/** The years around the one that is shown. */
export function YearLinks({ year }: { year: number }) {
  const years = [-2, -1, 0, 1, 2].map((step) => year + step);
  return (
    <Tabs
      label={t("Years")}
      items={years.map((value) => ({
        href: `/admin/law/days?year=${value}` as Route,
        label: String(value),
        current: value === year,
      }))}
    />
  );
}
